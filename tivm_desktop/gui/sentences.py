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
_SPEAKING = re.compile(
    r"(reason|why|remedy|what|says|get_anew|missing|no_driver|wanted|later|value|found|lacking|killed_by|waited"
    r"|subject|most|first|second|only)\d*"
)
"""Gaps that hold words of ours. What stands in all others is a name, a number or the system's own message."""

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
    return sentence if (said := _known(sentence, depth)) is None else said


def _known(sentence: str, depth: int) -> str | None:
    """Say a sentence if it is one of ours."""
    if depth > _DEEPEST:
        return None
    for template in _templates:
        if not template.joins and (gaps := template.gaps(sentence)) is not None:
            return _filled(template, {name: _gap(name, text, depth) for name, text in gaps.items()})
    return _with_its_subject(sentence, depth) or _joined(sentence, depth)


def _filled(template: Template, gaps: dict[str, str]) -> str:
    return QCoreApplication.translate(CONTEXT, template.text).format_map(gaps)


def _gap(name: str, text: str, depth: int) -> str:
    return _spoken(text, depth + 1) if _SPEAKING.fullmatch(name) else text


def _joined(sentence: str, depth: int) -> str | None:
    """Say what is made of two sentences of ours with a colon or the like between them."""
    for template in _templates:
        gaps = template.gaps(sentence) if template.joins else None
        if gaps is not None:
            parts = {name: _known(text, depth + 1) for name, text in gaps.items()}
            known = {name: part for name, part in parts.items() if part is not None}
            if len(known) == len(parts):
                return _filled(template, known)
    return None


def _with_its_subject(sentence: str, depth: int) -> str | None:
    """Say what is made of a name and of what is wrong with it: "a.wav" and "is empty: copy it again."."""
    for blank in re.finditer("(?<![:;,]) ", sentence):
        rest = sentence[blank.end() :]
        for template in _templates:
            if template.text[0].islower() and (depth > 0 or template.text.endswith(".")):
                gaps = template.gaps(rest)
                if gaps is not None:
                    said = {name: _gap(name, text, depth) for name, text in gaps.items()}
                    return sentence[: blank.end()] + _filled(template, said)
    return None


def _group(name: str, place: int) -> str:
    return f"gap{place}_{name}"
