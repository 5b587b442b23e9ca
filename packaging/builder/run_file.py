"""The installer for one user of any Linux: a file that unpacks itself, made by makeself."""

import gzip
import os
import shutil
import subprocess
import tarfile
import tempfile
from datetime import UTC, datetime
from pathlib import Path

from builder.dependencies import LIBC, MAY_STAY_AWAY
from builder.elf_tables import elf_files, from_outside, read_elf
from builder.program import NAME, TITLE, Program, program_of
from builder.share import LINUX, write_share, write_text

SCRIPTS = LINUX / "run"
_LEVEL = 6
"""Of gzip, which every system has; measured in ADR 0121."""
_ROOM_OVER = 1.05
"""Folders and file systems take a little more than the files."""
_REMOVE = """
[Desktop Action remove]
Name=Remove TIVM Desktop
Name[de]=TIVM Desktop entfernen
Name[fr]=Supprimer TIVM Desktop
Exec=@UNINSTALL@ --ask
"""


def build(onedir: Path, into: Path, version: str | None = None) -> Path:
    """Pack a onedir build into a .run file and return its path. The same build gives the same bytes.

    Args:
        onedir: the folder with both commands and `_internal`; it is left as it is.
        into: the folder that gets the file; what has the same name is replaced.
        version: in place of the project's own, to try upgrades.

    Raises:
        FileNotFoundError: `onedir` is no complete build.
        subprocess.CalledProcessError: a tool failed, its message is on stderr.
        OSError: a file can't be written.
    """
    program = program_of(onedir, version)
    into.mkdir(parents=True, exist_ok=True)
    made = into / f"{NAME}-{program.version}-{os.uname().machine}.run"
    with tempfile.TemporaryDirectory(dir=into, prefix=".run-") as work:
        archive = Path(work) / "archive"
        archive.mkdir()
        pack(program.onedir, archive / "program.tar.gz", program.epoch_s)
        write_share(program, archive / "share")
        shutil.rmtree(archive / "share" / "metainfo")
        _offer_removal(archive / "share" / "applications" / f"{NAME}.desktop")
        _write_scripts(program, archive)
        unpacked = Path(work) / made.name
        _make_self(program, archive, unpacked.name)
        unpacked.replace(made)
    return made


def pack(onedir: Path, into: Path, epoch_s: int) -> None:
    """Write all files below a folder into a compressed archive that is the same for the same files.

    Args:
        onedir: the folder; the archive's names are relative to it.
        into: the archive.
        epoch_s: the time that all of them get, seconds of Unix time.

    Raises:
        OSError: a file can't be read or written.
    """

    def plain(entry: tarfile.TarInfo) -> tarfile.TarInfo:
        entry.uid = entry.gid = 0
        entry.uname = entry.gname = ""
        entry.mtime = epoch_s
        if not entry.issym():
            entry.mode = 0o755 if entry.isdir() or entry.mode & 0o100 else 0o644
        return entry

    with (
        into.open("wb") as file,
        gzip.GzipFile("", "wb", _LEVEL, file, mtime=epoch_s) as packed,
        tarfile.open(fileobj=packed, mode="w|", format=tarfile.PAX_FORMAT, dereference=False) as archive,
    ):
        for path in sorted(onedir.rglob("*")):
            archive.add(path, str(path.relative_to(onedir)), recursive=False, filter=plain)


def least_glibc(onedir: Path) -> str:
    """Return the oldest version of the GNU C library that all files in a folder work with, such as "2.34"."""
    newest = max((elf.glibc for elf in read_elf(elf_files(onedir))), default=())
    return ".".join(map(str, newest)) or "2.17"


def left_to_the_system(onedir: Path) -> list[str]:
    """Return the names of the libraries that files in a folder need and that don't lie in it, sorted."""
    carried = {path.name for path in onedir.rglob("*.so*")}
    files = [file for file in elf_files(onedir) if file.name not in MAY_STAY_AWAY]
    return sorted(name for name in from_outside(read_elf(files), carried) if not LIBC.match(name))


def _write_scripts(program: Program, archive: Path) -> None:
    script = (SCRIPTS / "install.sh").read_text(encoding="utf-8")
    for mark, text in {
        "@VERSION@": program.version,
        "@ARCHITECTURE@": os.uname().machine,
        "@GLIBC@": least_glibc(program.onedir),
        "@LIBRARIES@": " ".join(left_to_the_system(program.onedir)),
        "@KIB@": str(int(program.size_bytes() * _ROOM_OVER) // 1024),
    }.items():
        script = script.replace(mark, text)
    write_text(archive / "install.sh", script, 0o755)
    for name in ("common.sh", "uninstall.sh"):
        write_text(archive / name, (SCRIPTS / name).read_text(encoding="utf-8"))


def _offer_removal(entry: Path) -> None:
    text = entry.read_text(encoding="utf-8").rstrip("\n")
    entry.write_text(f"{text}\nActions=remove;\n{_REMOVE}", encoding="utf-8")


def _make_self(program: Program, archive: Path, name: str) -> None:
    """Make the file beside the archive; all names relative, since makeself notes them in what it makes."""
    moment = datetime.fromtimestamp(program.epoch_s, UTC)
    subprocess.run(
        [
            *("makeself", "--quiet", "--nocomp", "--nox11", "--noprogress", "--nomd5", "--sha256"),
            *("--tar-format", "gnu", "--tar-extra"),
            f"--sort=name --owner=0 --group=0 --numeric-owner --mtime=@{program.epoch_s}",
            *("--packaging-date", moment.strftime("%Y-%m-%d"), "--keep-umask"),
            *(archive.name, name, f"{TITLE} {program.version}", "./install.sh", "--silent=\\$quiet"),
        ],
        cwd=archive.parent,
        env={**os.environ, "LC_ALL": "C", "TZ": "UTC"},
        stdout=subprocess.DEVNULL,
        check=True,
    )
