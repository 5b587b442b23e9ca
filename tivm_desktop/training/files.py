"""Files that are there whole or not at all."""

import json
from pathlib import Path


def write_whole(path: Path, content: bytes) -> None:
    """Put a file in place at once, making its folder: it is written beside `path` and renamed.

    A process that is killed leaves the old file, or none. (Not synced: a power cut may lose the newest.)
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f".{path.name}.part")
    part.write_bytes(content)
    part.replace(path)


def write_json_whole(path: Path, document: object) -> None:
    """Put a JSON document in place at once."""
    text = json.dumps(document, ensure_ascii=False, allow_nan=False, indent=2) + "\n"
    write_whole(path, text.encode("utf-8"))
