"""The sentences of parts below the window are whole ones, and no other text is taken for one."""

import re

from tests.house.sentence_templates import templates
from tests.house.translations import PACKAGE

_PIECED = re.compile(r"\w\{|\}\w")
"""A gap within a word, such as the plural of "column{s}"."""
_OF_THEIR_OWN = {
    "{name} has no sound: {remedy}.",
    "{name} has only sound: {remedy}.",
    "{name} is damaged: nothing of its picture can be decoded; copy or export it again.",
    "{name} is damaged: nothing of its sound can be decoded; copy or export it again.",
    (
        "The towers of the pack {name} take the column {columns}, which no file gives, so that the pack is "
        "for research only; choose another pack."
    ),
    (
        "The towers of the pack {name} take the columns {columns}, which no file gives, so that the pack is "
        "for research only; choose another pack."
    ),
    "has other inputs than its pack says",
    "has other outputs than its pack says",
    "gives input {name} the shape {shape} where its pack says {wanted}",
    "gives output {name} the shape {shape} where its pack says {wanted}",
    "has the input {name} as {dtype} numbers where {dtype2} are wanted",
    "has the output {name} as {dtype} numbers where {float} are wanted",
    "{host} has no such page; it may not be published yet.",
}
"""Sentences that differ by more than a name from one beside them, so that no gap can stand for it."""


def test_sentences_are_not_pieced_together() -> None:
    found = templates(PACKAGE)
    assert [text for text in found if _PIECED.search(text)] == []
    assert _OF_THEIR_OWN - set(found) == set()
