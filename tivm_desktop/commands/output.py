"""Writing results to stdout."""

import codecs
import io
import json
import sys

_AS_ON_DISK = "tivm-as-on-disk"


def take_any_name() -> None:
    """Have stdout take any name of a file: its bytes as they are, escaped where it has no letter for them."""
    codecs.register_error(_AS_ON_DISK, _as_on_disk)
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors=_AS_ON_DISK)


def write_json(document: object) -> None:
    """Write one JSON document and a newline. NaN is refused, since JSON has none.

    Raises:
        ValueError: `document` holds a NaN or an infinity.
    """
    sys.stdout.write(_json(document, indent=2) + "\n")


def write_json_line(document: object) -> None:
    """Write one JSON document on a line of its own, at once: for those who read while the program runs.

    Raises:
        ValueError: `document` holds a NaN or an infinity.
    """
    sys.stdout.write(_json(document) + "\n")
    sys.stdout.flush()


def write_lines(*lines: str) -> None:
    """Write lines of text."""
    sys.stdout.write("".join(line + "\n" for line in lines))


def _json(document: object, indent: int | None = None) -> str:
    """Return JSON that stays JSON on stdout: all in ASCII where stdout can't take a letter of it."""
    text = json.dumps(document, ensure_ascii=False, allow_nan=False, indent=indent)
    try:
        text.encode(sys.stdout.encoding or "utf-8")
    except UnicodeEncodeError:
        return json.dumps(document, allow_nan=False, indent=indent)
    return text


def _as_on_disk(error: UnicodeError) -> tuple[str | bytes, int]:
    try:
        return codecs.lookup_error("surrogateescape")(error)
    except UnicodeError:
        return codecs.backslashreplace_errors(error)
