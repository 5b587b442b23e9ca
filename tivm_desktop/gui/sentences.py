"""Sentences made below the window, in the language of the window.

Everything below the window speaks English: what it says is logged, stored and printed. The window knows the
templates of those sentences ("The folder {root} isn't there") and finds the one a sentence was made from.
"""

import json
import re
from functools import lru_cache
from pathlib import Path
from string import Formatter

from PySide6.QtCore import QCoreApplication

CONTEXT = "sentences"
_DEEPEST = 3

_templates: "list[Template]" = []


class Template:
    """A sentence with named gaps, such as "The folder {root} isn't there"; it fits what was made from it."""

    def __init__(self, text: str) -> None:
        self.text = text
        pieces = list(Formatter().parse(text))
        self.letters = sum(len(literal) for literal, *_ in pieces)
        """How much of it stands fast: of two that fit, the one with more says more."""
        self.joins = not any(letter.isalpha() for literal, *_ in pieces for letter in literal)
        """Whether it has no words of its own, and only joins others: "{what}: {remedy}"."""
        self._pattern = re.compile(
            "".join(
                re.escape(literal) + ("" if name is None else f"(?P<{_group(name, place)}>.+?)")
                for place, (literal, name, *_) in enumerate(pieces)
            ),
            re.DOTALL,
        )
        self._names = {
            _group(name, place): name for place, (_, name, *_) in enumerate(pieces) if name is not None
        }

    def gaps(self, sentence: str) -> dict[str, str] | None:
        """Return what stands in the gaps of `sentence`; None if it was not made from this template."""
        found = self._pattern.fullmatch(sentence)
        return None if found is None else {self._names[key]: text for key, text in found.groupdict().items()}


def know(file: Path) -> None:
    """Read the list of templates (a JSON list of texts) of the sentences that shall be translated.

    Raises:
        OSError, ValueError: it can't be read.
    """
    texts = json.loads(file.read_text(encoding="utf-8"))
    _templates[:] = sorted((Template(text) for text in texts), key=lambda one: -one.letters)
    spoken.cache_clear()


def forget() -> None:
    """Let every sentence be as it is again."""
    _templates.clear()
    spoken.cache_clear()


@lru_cache(maxsize=4096)
def spoken(sentence: str) -> str:
    """Say a sentence that another part of the program made, such as an error's or the reason of a fit.

    Args:
        sentence: English, as it is logged and stored.

    Returns:
        It in the language of the window, or as it is where no translation is known.
    """
    return _spoken(sentence, 0)


def _spoken(sentence: str, depth: int) -> str:
    if not _templates or depth > _DEEPEST:
        return sentence
    for template in _templates:
        if not template.joins and (said := _said(template, sentence, depth)) is not None:
            return said
    if (said := _with_its_subject(sentence, depth)) is not None:
        return said
    for template in _templates:
        if template.joins and (said := _said(template, sentence, depth)) is not None:
            return said
    return sentence


def _said(template: Template, sentence: str, depth: int) -> str | None:
    gaps = template.gaps(sentence)
    if gaps is None:
        return None
    translated = QCoreApplication.translate(CONTEXT, template.text)
    return translated.format_map({name: _spoken(text, depth + 1) for name, text in gaps.items()})


def _with_its_subject(sentence: str, depth: int) -> str | None:
    """Say what is made of a name and of what is wrong with it: "a.wav" and "is empty: copy it again."."""
    for blank in re.finditer("(?<![:;,]) ", sentence):
        for template in _templates:
            if template.text[0].islower():
                said = _said(template, sentence[blank.end() :], depth)
                if said is not None:
                    return sentence[: blank.end()] + said
    return None


def _group(name: str, place: int) -> str:
    return f"gap{place}_{name}"
