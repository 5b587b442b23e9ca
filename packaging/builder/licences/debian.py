"""The copyright file of the Debian package, in its machine-readable form (DEP-5)."""

import re
from collections.abc import Sequence
from dataclasses import replace

from .part import PROGRAM, Part

# Debian's names where they differ from SPDX's, and those whose texts every Debian system has.
_COMMON = {
    "Apache-2.0": "Apache-2.0",
    "CC0-1.0": "CC0-1.0",
    "GPL-1.0": "GPL-1",
    "GPL-2.0": "GPL-2",
    "GPL-3.0": "GPL-3",
    "LGPL-2.0": "LGPL-2",
    "LGPL-2.1": "LGPL-2.1",
    "LGPL-3.0": "LGPL-3",
    "MPL-2.0": "MPL-2.0",
}


def debian_copyright(parts: Sequence[Part], folder: str, absent: str = "") -> str:
    """Return the text of debian/copyright.

    Args:
        parts: what is shipped; the program's own part gives the terms of everything that no other names.
        folder: where the program's `_internal` is installed, without a slash at its ends.
        absent: what the paths of files begin with that are not in the package; parts without others are not.
    """
    if absent:
        parts = [_without(part, absent) for part in parts if not part.paths or _without(part, absent).paths]
    own = next(part for part in parts if part.name == PROGRAM)
    files = [part for part in parts if part.paths and part is not own]
    files.sort(key=lambda part: all("*" not in path for path in part.paths))  # the last that matches counts
    texts = f"/{folder}/_internal/tivm_desktop/_bundled/licences"
    within = [part for part in parts if not part.paths and part is not own]
    told = [
        f"All texts, and where the source code of each part is, lie in {texts}.",
        "Compiled into files of others:",
    ]
    told += [f"{part.name} ({part.what}): {part.licence}; {'; '.join(part.copyright)}" for part in within]
    stanzas = [
        {
            "Format": "https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/",
            "Upstream-Name": own.name,
            "Comment": "\n ".join(told),
        },
        _stanza(own, ["*"]),
    ]
    place = f"{folder}/_internal"
    stanzas += [_stanza(part, [f"{place}/{path}".replace(" ", "?") for path in part.paths]) for part in files]
    named = dict.fromkeys(name for part in (own, *files) for name in _licences(part.licence))
    stanzas += [{"License": f"{name}\n {_where(name, parts, texts)}"} for name in named]
    return "\n".join("".join(f"{key}: {value}\n" for key, value in stanza.items()) for stanza in stanzas)


def _without(part: Part, absent: str) -> Part:
    return replace(part, paths=tuple(path for path in part.paths if not path.startswith(absent)))


def _stanza(part: Part, files: Sequence[str]) -> dict[str, str]:
    notices = part.copyright or ("its authors, as its licence file names them",)
    return {
        "Files": "\n ".join(files),
        "Copyright": "\n ".join(notices),
        "License": _debian(part.licence),
        "Comment": f"{part.name} {part.version}".strip(),
    }


def _debian(expression: str) -> str:
    """Write an SPDX expression as DEP-5 does: small words, and a comma where SPDX has parentheses."""
    text = re.sub(r"\b(AND|OR|WITH)\b", lambda match: match[1].lower(), expression)
    return re.sub(r"\) (and|or)", r", \1", text).replace("(", "").replace(")", "")


def _licences(expression: str) -> list[str]:
    """Return the names in an expression, each with its exception."""
    return [name.strip() for name in re.split(r",? and |,? or ", _debian(expression))]


def _where(name: str, parts: Sequence[Part], texts: str) -> str:
    stem = re.sub(r"-only$|-or-later$", "", name)
    if stem in _COMMON:
        return f"The full text is in /usr/share/common-licenses/{_COMMON[stem]}."
    plain = name.split(" with ")[0]
    files = [file for part in parts if name in _licences(part.licence) for file in part.files]
    own = next((file for file in files if f"/{plain}" in file), files[0])
    return f"The full text is in {texts}/{own}."
