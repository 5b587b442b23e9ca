"""Files that are there whole or not at all."""

import json
from pathlib import Path

from tivm_desktop import whole_file


def write_whole(path: Path, content: bytes) -> None:
    """Put a file in place at once, making its folder; a power failure may lose the newest."""
    path.parent.mkdir(parents=True, exist_ok=True)
    whole_file.write_whole(path, content)


def write_json_whole(path: Path, document: object) -> None:
    """Put a JSON document in place at once."""
    text = json.dumps(document, ensure_ascii=False, allow_nan=False, indent=2) + "\n"
    write_whole(path, text.encode("utf-8"))
