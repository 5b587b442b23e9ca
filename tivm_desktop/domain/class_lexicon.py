"""A picture's mood and styles from the probabilities of the 1000 ImageNet classes.

The judgements are our own and are written, group by group, in `domain/lexicon`; ADR 0094 says by which
principles. Nothing in them was fitted to data. Row `i` of every table belongs to class `i`, in the order of
ILSVRC-2012 in which the pack's classes are.
"""

from typing import Final

import numpy as np
from numpy.typing import NDArray

from tivm_desktop.domain.arrays import FloatArray
from tivm_desktop.domain.lexicon import (
    animals,
    clothing,
    indoors,
    lands,
    pets,
    places,
    stage,
    things,
    vehicles,
    waters,
)
from tivm_desktop.domain.lexicon.entry import AFFECT, PICTURE_WORDS, STYLE_NAMES, Group, read_groups

__all__ = [
    "AFFECT",
    "AFFECT_TABLE",
    "CLASS_COUNT",
    "EVIDENCE",
    "GROUPS",
    "PICTURE_WORDS",
    "PRIOR_MASS",
    "STYLE_NAMES",
    "STYLE_TABLE",
    "TIMES_CHANCE",
    "class_weights",
    "picture_affect",
    "picture_styles",
]


CLASS_COUNT: Final = 1000

PRIOR_MASS: Final = 0.15
"""Probability that is always laid on "tells nothing". A scene of which the network recognises as much as this
shows half of the mood of what it recognises; of which it is sure, seven eighths."""

TIMES_CHANCE: Final = 4
"""How often chance (1 in 1000) a class has to be likely, on the mean over its group, before the group counts.
On photographs of things that the network knows this leaves three quarters or more of what is recognised; on
gravel or lawn a sixth at most, for there the posterior is thin everywhere."""

GROUPS: tuple[Group, ...] = tuple(
    group
    for family in (animals, pets, waters, lands, vehicles, places, indoors, stage, clothing, things)
    for group in read_groups(family.TABLE)
)
"""Every group, each class in exactly one of them."""


def _tables() -> tuple[NDArray[np.intp], FloatArray, FloatArray, FloatArray]:
    """Return by class the number of its group, affect, styles and evidence, none of them to be written to."""
    group_numbers = np.zeros(CLASS_COUNT, np.intp)
    affect = np.zeros((CLASS_COUNT, len(AFFECT)), np.float32)
    styles = np.zeros((CLASS_COUNT, len(STYLE_NAMES)), np.float32)
    evidence = np.zeros(CLASS_COUNT, np.float32)
    for number, group in enumerate(GROUPS):
        memberships = [group.styles.get(style, 0.0) for style in STYLE_NAMES]
        for index in group.classes:
            judgement = group.judgement(index)
            group_numbers[index] = number
            affect[index] = judgement.affect
            styles[index] = memberships
            evidence[index] = judgement.evidence
    for table in (group_numbers, affect, styles, evidence):
        table.setflags(write=False)
    return group_numbers, affect, styles, evidence


_GROUP_NUMBERS, AFFECT_TABLE, STYLE_TABLE, EVIDENCE = _tables()
"""By class: (1000,) the number of its group; (1000, 3) valence, arousal and tension, -2..2; (1000, S)
memberships in `STYLE_NAMES`, 0..1; and (1000,) how much it tells of the scene, 0..1, where 0 is for what
tells only how the picture is made."""

_MEMBERS: FloatArray = np.eye(len(GROUPS), dtype=np.float32)[_GROUP_NUMBERS]
_THIN: FloatArray = np.asarray(TIMES_CHANCE / CLASS_COUNT * (EVIDENCE @ _MEMBERS), np.float32)
"""(G,) what each group has to weigh before it counts."""


def class_weights(classes: FloatArray) -> FloatArray:
    """Return (T, 1000) how much each class speaks for the scene in each second, never more than 1 in all.

    A class weighs its probability times its evidence. Of each group is then taken away what it would weigh if
    all its classes had `TIMES_CHANCE` times chance: several weak classes of one group count together, while
    the thin tail over all groups, in which any two pictures are alike, counts for nothing.

    Beyond that the probabilities are taken as they are, not tempered: the expected mood over the posterior
    is the only mean that doesn't depend on how finely classes and groups are cut.

    Args:
        classes: (T, 1000) class probabilities, one row a second.

    Raises:
        ValueError: there is another number of classes.
    """
    if classes.shape[1] != CLASS_COUNT:
        raise ValueError(f"expected probabilities of {CLASS_COUNT} classes, got {classes.shape[1]}")
    weights = classes * EVIDENCE
    masses = weights @ _MEMBERS
    kept = np.maximum(masses - _THIN, 0) / np.maximum(masses, np.finfo(np.float32).tiny)
    return np.asarray(weights * kept[:, _GROUP_NUMBERS], np.float32)


def picture_affect(classes: FloatArray) -> tuple[FloatArray, FloatArray]:
    """Return the mood that each second's picture brings, and how much is known of it.

    Args:
        classes: (T, 1000) class probabilities; (T, 0) from an encoder that gives none tells nothing.

    Returns:
        (T, 3) in the order of `AFFECT`, -2..2, 0 where nothing is known: the weighted mean over the classes
        and `PRIOR_MASS` at 0; and (T,) 0..1, the share of that mean which is not the prior.
    """
    weights, confidence = _shares(classes)
    return np.asarray(weights @ AFFECT_TABLE, np.float32), confidence


def picture_styles(classes: FloatArray) -> FloatArray:
    """Return (T, S) how much of what each second's picture shows belongs to each style, 0..1.

    Args:
        classes: (T, 1000) class probabilities; (T, 0) from an encoder that gives none tells nothing.
    """
    weights, _ = _shares(classes)
    return np.asarray(weights @ STYLE_TABLE, np.float32)


def _shares(classes: FloatArray) -> tuple[FloatArray, FloatArray]:
    """Return the classes' shares of the whole with the prior (T, 1000), and their sum (T,)."""
    if classes.shape[1] == 0:
        return np.zeros((len(classes), CLASS_COUNT), np.float32), np.zeros(len(classes), np.float32)
    weights = class_weights(classes)
    whole = weights.sum(axis=1, keepdims=True) + np.float32(PRIOR_MASS)
    shares = np.asarray(weights / whole, np.float32)
    return shares, np.asarray(shares.sum(axis=1), np.float32)
