"""Where the collected texts are put."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from .texts import names, spdx_text


@dataclass(frozen=True, slots=True)
class Shelf:
    """The folder of an index, and the shipped files that it is about."""

    folder: Path
    files: Mapping[str, Path]
    """Each shipped file's path within the program, with "/", and where it lies."""

    def put(self, part: str, name: str, text: str) -> str:
        """Write a text of the part with that name; return its path relative to the index, with "/"."""
        slug = re.sub(r"[^a-z0-9.]+", "-", part.lower()).strip("-")
        file = name if Path(name).suffix in (".txt", ".md", ".rst") else f"{name}.txt"
        path = self.folder / "texts" / slug / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
        return path.relative_to(self.folder).as_posix()

    def put_spdx(self, licences: str | Iterable[str]) -> list[str]:
        """Write the texts of licences by an SPDX expression or by names; return their paths."""
        wanted = names(licences) if isinstance(licences, str) else licences
        return [self.put("spdx", f"{name}.txt", spdx_text(name)) for name in wanted]
