"""The package for Debian and Ubuntu: the onedir, its commands, and what the desktop wants to know."""

import gzip
import hashlib
import os
import shutil
import subprocess
import tempfile
from collections.abc import Callable
from pathlib import Path

from builder.changes import debian_changelog
from builder.dependencies import needed_packages
from builder.program import COMMANDS, FALLBACK, NAME, Program, program_of
from builder.share import LINUX, write_share, write_text

HOME = Path("usr/lib") / NAME
"""Where the package lives; `program` in it is the onedir, `live` what runs (see `linux/deb/postinst`)."""
MAINTAINER = "TIVM Desktop contributors <tivm-desktop@localhost>"
"""In place of $TIVM_MAINTAINER, which whoever publishes packages sets to an address that is read."""
COMPRESSION = ("-Zxz", "-z1", "--threads-max=2")
"""Fixed threads, since one thread and several write different files (ADR 0121 has the measurements)."""
_SCRIPTS = ("postinst", "prerm")


def build(onedir: Path, into: Path, version: str | None = None) -> Path:
    """Pack a onedir build into a .deb and return its path. The same build gives the same bytes.

    Args:
        onedir: the folder with both commands and `_internal`; it is left as it is.
        into: the folder that gets the package; what has the same name is replaced.
        version: in place of the project's own, to try upgrades.

    Raises:
        FileNotFoundError: `onedir` is no complete build.
        UnresolvedError: what the program needs can't be told.
        subprocess.CalledProcessError: a tool failed, its message is on stderr.
        OSError: a file can't be written.
    """
    program = program_of(onedir, version)
    architecture = _said("dpkg", "--print-architecture")
    into.mkdir(parents=True, exist_ok=True)
    package = into / f"{NAME}_{program.version}_{architecture}.deb"
    with tempfile.TemporaryDirectory(dir=into, prefix=".deb-") as work:
        root = Path(work) / "root"
        write_tree(program, root, copy=os.link)
        _write_control(root, program, architecture)
        _normalise(root)
        subprocess.run(
            ["dpkg-deb", "--root-owner-group", *COMPRESSION, "--build", root, package],
            env={**os.environ, "SOURCE_DATE_EPOCH": str(program.epoch_s)},
            stdout=subprocess.DEVNULL,
            check=True,
        )
    return package


def write_tree(program: Program, root: Path, copy: Callable[[str, str], object]) -> None:
    """Write all files that the package installs.

    Args:
        program: the build.
        root: stands for `/`; made.
        copy: makes a file of the onedir appear elsewhere, such as `os.link` or `shutil.copy2`.

    Raises:
        OSError: a file can't be written.
    """
    root.mkdir(parents=True, mode=0o755)
    fallback = program.onedir / FALLBACK
    shutil.copytree(
        program.onedir,
        root / HOME / "program",
        symlinks=True,
        copy_function=copy,
        ignore=lambda folder, names: (
            {fallback.name} & set(names) if Path(folder) == fallback.parent else set()
        ),
    )
    (root / "usr/bin").mkdir()
    for command in COMMANDS:
        (root / "usr/bin" / command).symlink_to(Path("..") / "lib" / NAME / "live" / "current" / command)
    share = root / "usr/share"
    write_share(program, share)
    doc = share / "doc" / NAME
    doc.mkdir(parents=True)
    write_text(doc / "copyright", copyright_of(program))
    news = debian_changelog(program, _maintainer()).encode()
    (doc / "changelog.gz").write_bytes(gzip.compress(news, 9, mtime=0))
    write_text(
        share / "lintian/overrides" / NAME, (LINUX / "deb" / "lintian-overrides").read_text(encoding="utf-8")
    )


def copyright_of(program: Program) -> str:
    """Return Debian's copyright file: of all parts if the build collected them, else of the program."""
    collected = program.carried / "licences"
    if (collected / "index.json").is_file():
        from builder import licences

        parts = licences.read(collected)
        return licences.debian_copyright(parts, f"{HOME}/program", absent=f"{FALLBACK.name}/")
    return (LINUX / "deb" / "copyright").read_text(encoding="utf-8")


def _write_control(root: Path, program: Program, architecture: str) -> None:
    files = sorted(path for path in root.rglob("*") if path.is_symlink() or path.is_file())
    kib = sum(1 if path.is_symlink() else -(-path.stat().st_size // 1024) for path in files)
    folders = sum(1 for path in root.rglob("*") if path.is_dir() and not path.is_symlink())
    control = (LINUX / "deb" / "control").read_text(encoding="utf-8")
    for mark, text in {
        "@VERSION@": program.version,
        "@ARCHITECTURE@": architecture,
        "@MAINTAINER@": _maintainer(),
        "@INSTALLED_SIZE@": str(kib + folders),
        "@DEPENDS@": ", ".join(needed_packages(root / HOME / "program")),
        "@HOMEPAGE@\n": f"Homepage: {program.releases}\n" if program.releases else "",
    }.items():
        control = control.replace(mark, text)
    sums = "".join(f"{_md5(path)}  {path.relative_to(root)}\n" for path in files if not path.is_symlink())
    write_text(root / "DEBIAN" / "control", control)
    write_text(root / "DEBIAN" / "md5sums", sums)
    for script in _SCRIPTS:
        write_text(root / "DEBIAN" / script, (LINUX / "deb" / script).read_text(encoding="utf-8"), 0o755)


def _normalise(root: Path) -> None:
    """Give everything the modes that packages have, without changing those of the onedir."""
    root.chmod(0o755)
    for path in root.rglob("*"):
        if path.is_symlink():
            continue
        now = path.stat().st_mode & 0o7777
        wanted = 0o755 if path.is_dir() or (now & 0o100 and ".so" not in path.name) else 0o644
        if now == wanted:
            continue
        if path.is_file() and path.stat().st_nlink > 1:
            parted = path.with_name(f".{path.name}.parted")
            shutil.copy2(path, parted)
            parted.replace(path)
        path.chmod(wanted)


def _maintainer() -> str:
    return os.environ.get("TIVM_MAINTAINER") or MAINTAINER


def _md5(file: Path) -> str:
    with file.open("rb") as stream:
        return hashlib.file_digest(stream, lambda: hashlib.md5(usedforsecurity=False)).hexdigest()


def _said(*command: str) -> str:
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()
