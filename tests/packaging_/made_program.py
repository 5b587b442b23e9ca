"""A made program's folder, wheels that it came from, and texts of licences."""

from pathlib import Path

from builder.licences.known import known_parts
from builder.licences.texts import names

CONFIGURATION = (
    "--disable-static --enable-shared --enable-version3 --enable-libx264 --enable-gnutls --disable-programs"
)


def put(folder: Path, path: str, content: str | bytes = "") -> Path:
    """Write a file below `folder`, with its parents."""
    file = folder / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content.encode() if isinstance(content, str) else content)
    return file


def put_wheel(site: Path, name: str, metadata: str, files: dict[str, str]) -> None:
    """Make an installed distribution in `site`: its metadata's further lines, and files by their paths."""
    info = f"{name.replace('-', '_')}-1.0.dist-info"
    files = {**files, f"{info}/METADATA": f"Metadata-Version: 2.4\nName: {name}\nVersion: 1.0\n{metadata}"}
    for path, text in files.items():
        put(site, path, text)
    put(site, f"{info}/RECORD", "".join(f"{path},,\n" for path in files))


def put_texts(site: Path) -> None:
    """Make the package of licence texts: a line for each licence in the table of known parts."""
    wanted = {name for entry in known_parts() for name in (*names(entry.licence), *(entry.texts or ()))}
    folder = "licensedcode/data/licenses"
    texts = {
        f"{folder}/{name.lower()}.LICENSE": f"---\nspdx_license_key: {name}\n---\nThe text of {name}.\n"
        for name in (*wanted, "Python-2.0")
    }
    put_wheel(site, "licensedcode-data", "", texts)


def library(text: str = "", configuration: str = CONFIGURATION) -> bytes:
    """Return what a library with these strings in it may look like."""
    return b"\x7fELF\0" + f"{configuration}\0{text}\0".encode()


def put_program(onedir: Path) -> Path:
    """Make the folder of a program and return its `_internal`."""
    inside = onedir / "_internal"
    put(inside, "av.libs/libavutil-5809ad29.so.60", library("FFmpeg version 8.1.2"))
    put(inside, "av.libs/libx264-d6533a8d.so.165", library())
    put(inside, "made/sound.so", library())
    put(inside, "tivm_desktop/_bundled/resources/icons/app.svg", "<svg/>")
    put(inside, "tivm_desktop/_bundled/models/base/pack.json", "{}")
    put(inside, "tivm_desktop/_bundled/models/base/LICENSES/MIT-made.txt", "Copyright (c) 2020 Somebody\n")
    return inside
