"""Text as a person compares it: without case and accents, and numbers by their value."""

import re
import unicodedata

_ALIKE = str.maketrans(
    {
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
)
"""What looks alike and has no common Unicode decomposition."""
_NUMBERS = re.compile(r"0*(\d+)")
_LEAD = re.compile(r"^[\W_]+")
_LONGEST = 9


def fold(text: str) -> str:
    """Return the text without case and accents, and in one form: what is searched for and in."""
    if text.isascii():
        return text.lower()
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    plain = "".join(letter for letter in decomposed if not unicodedata.combining(letter))
    return plain.casefold().translate(_ALIKE)


def sort_key(text: str) -> str:
    """Return what to sort by: folded, from the first letter or digit on, with `Track 2` before `Track 10`.

    Each number is led by how many digits it has, so that numbers compare by value wherever texts do.
    """
    folded = fold(text)
    if not folded[:1].isalnum():
        folded = _LEAD.sub("", folded) or folded
    return _NUMBERS.sub(_by_value, folded)


def _by_value(number: re.Match[str]) -> str:
    digits = number[1]
    return f"{min(len(digits), _LONGEST)}{digits}"
