"""How the lexicon is written, and the styles it speaks of."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from tivm_desktop.domain.weights import parse_indices, parse_weights

AFFECT: tuple[str, ...] = ("valence", "arousal", "tension")
"""What a picture brings into a scene, each from -2 to +2."""

PICTURE_WORDS: Mapping[str, str] = MappingProxyType(
    {
        "nature": "plants and animals",
        "mountains": "mountains and open land",
        "water": "water",
        "underwater": "the world under water",
        "space": "sky and space",
        "night": "night and lights",
        "city": "city and streets",
        "speed": "speed and vehicles",
        "sport": "sport",
        "celebration": "celebration",
        "stage": "music on a stage",
        "food": "food and drink",
        "home": "a cosy home",
        "playful": "pets and play",
        "machines": "machines and industry",
        "technology": "technology",
        "sacred": "sacred places",
        "ancient": "ancient and grand places",
        "war": "war and weapons",
        "eerie": "eerie things",
        "winter": "snow and ice",
        "exotic": "far and hot lands",
        "beach": "beach and holiday",
        "adventure": "adventure",
        "rural": "farm and countryside",
        "elegant": "elegance",
    }
)
"""The styles in their order, and how each is named to creators ("suits speed and vehicles")."""

STYLE_NAMES: tuple[str, ...] = tuple(PICTURE_WORDS)


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a class brings: affect in `AFFECT`'s order, and how much it tells of the scene, 0..1."""

    affect: tuple[float, float, float]
    evidence: float


@dataclass(frozen=True, slots=True)
class Group:
    """Classes that a film composer would treat alike.

    `usual` holds for all of them but those in `exceptions`; `exception_names` are the names of these classes,
    `styles` are memberships 0..1.
    """

    name: str
    classes: tuple[int, ...]
    usual: Judgement
    styles: Mapping[str, float]
    exceptions: Mapping[int, Judgement]
    exception_names: Mapping[int, str]

    def judgement(self, class_index: int) -> Judgement:
        """Return what a class of this group brings."""
        return self.exceptions.get(class_index, self.usual)


def read_groups(table: str) -> tuple[Group, ...]:
    """Read a table of the lexicon.

    A line is `name | valence arousal tension | evidence | styles | classes`. Indented lines below it are
    exceptions, one class each: `index class name | valence arousal tension | evidence`.

    Raises:
        ValueError: a line has other fields.
    """
    blocks: list[list[str]] = []
    for line in table.strip("\n").splitlines():
        if line.startswith(" "):
            blocks[-1].append(line)
        else:
            blocks.append([line])
    return tuple(_group(head, below) for head, *below in blocks)


def _group(head: str, below: list[str]) -> Group:
    name, affect, evidence, styles, classes = _cells(head)
    exceptions: dict[int, Judgement] = {}
    exception_names: dict[int, str] = {}
    for line in below:
        subject, own_affect, own_evidence = _cells(line)
        index, _, class_name = subject.partition(" ")
        exceptions[int(index)] = _judgement(own_affect, own_evidence)
        exception_names[int(index)] = class_name
    return Group(
        name,
        parse_indices(classes),
        _judgement(affect, evidence),
        parse_weights(styles),
        exceptions,
        exception_names,
    )


def _cells(line: str) -> list[str]:
    return [cell.strip() for cell in line.split("|")]


def _judgement(affect: str, evidence: str) -> Judgement:
    valence, arousal, tension = (float(value) for value in affect.split())
    return Judgement((valence, arousal, tension), float(evidence))
