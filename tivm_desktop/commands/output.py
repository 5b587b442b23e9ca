"""Writing results to stdout."""

import json
import sys


def write_json(document: object) -> None:
    """Write one JSON document and a newline. NaN is refused, since JSON has none.

    Raises:
        ValueError: `document` holds a NaN or an infinity.
    """
    sys.stdout.write(json.dumps(document, ensure_ascii=False, allow_nan=False, indent=2) + "\n")


def write_json_line(document: object) -> None:
    """Write one JSON document on a line of its own, at once: for those who read while the program runs.

    Raises:
        ValueError: `document` holds a NaN or an infinity.
    """
    sys.stdout.write(json.dumps(document, ensure_ascii=False, allow_nan=False) + "\n")
    sys.stdout.flush()


def write_lines(*lines: str) -> None:
    """Write lines of text."""
    sys.stdout.write("".join(line + "\n" for line in lines))
