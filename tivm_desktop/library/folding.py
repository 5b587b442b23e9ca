"""Text as a person compares it: without case and accents, and numbers by their value."""

import re
import unicodedata

_ALIKE = {
    "ø": "o",
    "đ": "d",
    "ð": "d",
    "ł": "l",
    "ħ": "h",
    "ı": "i",
    "æ": "ae",
    "œ": "oe",
    "þ": "th",
    "\u2018": "'",
    "\u2019": "'",
    "\u201c": '"',
    "\u201d": '"',
    "\u2010": "-",
    "\u2011": "-",
    "\u2013": "-",
    "\u2014": "-",
}
"""What looks alike and has no common Unicode decomposition."""
_NUMBERS = re.compile(r"0*(\d+)")
_LEAD = re.compile(r"^[\W_]+")
_LONGEST = 9


class _Folded(dict[int, str]):
    """What becomes of each character, found out when it is first met."""

    def __missing__(self, code: int) -> str:
        decomposed = unicodedata.normalize("NFKD", chr(code).casefold()).casefold()
        plain = (letter for letter in decomposed if not unicodedata.combining(letter))
        self[code] = folded = "".join(_ALIKE.get(letter, letter) for letter in plain)
        return folded


_FOLDED = _Folded()


def fold(text: str) -> str:
    """Return the text without case and accents, and in one form: what is searched for and in."""
    return text.lower() if text.isascii() else text.translate(_FOLDED)


def sort_key(text: str) -> str:
    """Return what to sort by: folded, from the first letter or digit on, with `Track 2` before `Track 10`.

    Each number is led by how many digits it has, so that numbers compare by value wherever texts do; those of
    more than nine digits, which are none that a person counts by, as texts.
    """
    folded = fold(text)
    if not folded[:1].isalnum():
        folded = _LEAD.sub("", folded) or folded
    return _NUMBERS.sub(_by_value, folded)


def _by_value(number: re.Match[str]) -> str:
    digits = number[1]
    return f"{min(len(digits), _LONGEST)}{digits}"
