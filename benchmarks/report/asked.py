"""Every figure that an issue asks for, as `asked.toml` lists them."""

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any

SEPARATOR = " / "
"""Between the steps of a way into a document; the names in it may have dots and blanks."""
LIST = Path(__file__).with_name("asked.toml")


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure of the page."""

    issue: int
    what: str
    run: str
    way: str
    """Steps into what the run printed, see `value_of`."""
    unit: str = ""
    """"yes" for what is so or not."""
    at_most: float | None = None
    at_least: float | None = None
    peer: str = ""
    """Who the figure beside is of."""
    peer_way: str = ""
    absolute: bool = False
    """Whether the size of the figure counts, whatever its sign."""
    digits: int = 1

    @property
    def asked(self) -> str:
        """The bound in words; empty where there is none."""
        if self.at_most is not None:
            return f"at most {self.shown(self.at_most)}"
        if self.at_least is not None:
            return (
                self.shown(self.at_least) if self.unit == "yes" else f"at least {self.shown(self.at_least)}"
            )
        return ""

    def met(self, value: float) -> bool | None:
        """Whether the bound is kept; None where there is none."""
        size = abs(value) if self.absolute else value
        if self.at_most is not None:
            return size <= self.at_most
        return None if self.at_least is None else size >= self.at_least

    def shown(self, value: float) -> str:
        """Write a figure with its unit."""
        if self.unit == "yes":
            return "yes" if value else "no"
        return f"{value:.{self.digits}f} {self.unit}".strip()


def whole_names(figures: Iterable[Figure]) -> list[str]:
    """Say in full what "the same" stands for, so that a name can stand alone."""
    names = []
    topic = ""
    for figure in figures:
        if not figure.what.startswith("the same"):
            topic = figure.what.partition(": ")[0]
        names.append(figure.what.replace("the same", topic, 1) if topic else figure.what)
    return names


def asked() -> list[Figure]:
    """Return all figures in the order of the list."""
    return [Figure(**entry) for entry in tomllib.loads(LIST.read_text(encoding="utf-8"))["figure"]]


def value_of(document: Mapping[str, Any], way: str) -> float | None:
    """Return the number at the end of a way, 1 and 0 for what is true or not; None where there is none.

    A step with a `*` stands for all names like it, and the largest number below them is taken; a number picks
    out of a list.
    """
    found = list(_followed(document, way.split(SEPARATOR)))
    return max(found) if found else None


def _followed(value: Any, steps: list[str]) -> Iterator[float]:  # noqa: ANN401 - whatever JSON has
    if not steps:
        if isinstance(value, bool | int | float):
            yield float(value)
        return
    first, *rest = steps
    if isinstance(value, dict):
        for name in value:
            if fnmatchcase(name, first):
                yield from _followed(value[name], rest)
    elif isinstance(value, list) and first.isdigit() and int(first) < len(value):
        yield from _followed(value[int(first)], rest)
