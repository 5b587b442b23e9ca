"""The .deb, made of a tiny build and looked at with dpkg's own tools."""

import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

import pytest
from builder import deb, search_paths
from builder.dependencies import UnresolvedError, needed_packages
from builder.elf_tables import elf_files, from_outside, read_elf

from tests.packaging_.made_onedir import put_onedir

pytestmark = pytest.mark.skipif(
    any(shutil.which(tool) is None for tool in ("dpkg-deb", "dpkg-shlibdeps", "objdump")),
    reason="dpkg-dev or binutils is missing",
)
PROGRAM = "usr/lib/tivm-desktop/program"


@dataclass
class Made:
    """A package and what it was made of."""

    onedir: Path
    package: Path
    root: Path
    """What it installs, unpacked."""

    def field(self, name: str) -> str:
        """A field of its control data."""
        done = subprocess.run(
            ["dpkg-deb", "--field", self.package, name], capture_output=True, text=True, check=True
        )
        return done.stdout.strip()


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Made:
    """A package of version 0.1.0."""
    folder = tmp_path_factory.mktemp("deb")
    onedir = put_onedir(folder / "onedir")
    package = deb.build(onedir, folder / "out", "0.1.0")
    subprocess.run(["dpkg-deb", "--raw-extract", package, folder / "root"], check=True)
    return Made(onedir, package, folder / "root")


def test_it_is_named_as_debian_names_packages(made: Made) -> None:
    architecture = made.field("Architecture")
    assert made.package.name == f"tivm-desktop_0.1.0_{architecture}.deb"
    assert (made.field("Package"), made.field("Version")) == ("tivm-desktop", "0.1.0")
    assert "<" in made.field("Maintainer")
    assert int(made.field("Installed-Size")) > 0


def test_it_depends_on_what_is_loaded_by_name(made: Made) -> None:
    needed = made.field("Depends").split(", ")
    assert {"libportaudio2", "libpulse0"} <= set(needed)
    assert [entry for entry in needed if entry.startswith("libc6 (>= ")]
    assert len(needed) == len({entry.split()[0] for entry in needed})


def test_it_has_the_build_without_copies_of_the_systems_libraries(made: Made) -> None:
    program = made.root / PROGRAM
    assert not (program / "_internal/fallback").exists()
    assert (program / "_internal/libown.so").readlink() == Path("libown.so.1")
    assert (program / "_internal/told").read_text() == "1.0"


def test_the_build_itself_is_left_as_it_was(made: Made) -> None:
    told = made.onedir / "_internal" / "told"
    assert told.stat().st_mode & 0o777 == 0o600
    assert told.stat().st_nlink == 1
    assert (made.onedir / "_internal/fallback/libsome.so.1").is_file()


def test_everybody_may_read_everything_and_nobody_but_root_write(made: Made) -> None:
    listed = subprocess.run(
        ["dpkg-deb", "--contents", made.package], capture_output=True, text=True, check=True
    ).stdout.splitlines()
    entries = [line for line in listed if not line.startswith("l")]
    assert len(entries) > 20
    assert {line.split()[1] for line in listed} == {"root/root"}
    assert {line[:10] for line in entries} == {"drwxr-xr-x", "-rwxr-xr-x", "-rw-r--r--"}


def test_its_commands_lead_to_what_the_installation_makes(made: Made) -> None:
    for command in ("tivm", "tivm-desktop"):
        link = made.root / "usr/bin" / command
        assert link.readlink() == Path(f"../lib/tivm-desktop/live/current/{command}")


def test_sums_are_right_and_whole(made: Made) -> None:
    done = subprocess.run(
        ["md5sum", "--check", "--quiet", "DEBIAN/md5sums"], cwd=made.root, capture_output=True, check=False
    )
    assert done.returncode == 0, done.stdout
    summed = {line.split("  ", 1)[1] for line in (made.root / "DEBIAN/md5sums").read_text().splitlines()}
    files = {str(path.relative_to(made.root)) for path in (made.root / "usr").rglob("*") if not path.is_dir()}
    links = {name for name in files if (made.root / name).is_symlink()}
    assert summed == files - links


def test_the_desktop_and_the_reader_of_manuals_find_theirs(made: Made) -> None:
    share = made.root / "usr/share"
    for file in (
        *("applications/tivm-desktop.desktop", "metainfo/tivm-desktop.metainfo.xml", "man/man1/tivm.1.gz"),
        *("icons/hicolor/16x16/apps/tivm-desktop.png", "icons/hicolor/scalable/apps/tivm-desktop.svg"),
        *("doc/tivm-desktop/copyright", "doc/tivm-desktop/changelog.gz"),
    ):
        assert (share / file).is_file(), file


def test_lintian_finds_no_error(made: Made) -> None:
    if shutil.which("lintian") is None:
        pytest.skip("no lintian here")
    done = subprocess.run(
        ["lintian", "--fail-on", "error", "--allow-root", made.package],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout


def test_the_same_build_gives_the_same_bytes(made: Made, tmp_path: Path) -> None:
    again = put_onedir(tmp_path / "elsewhere")
    assert deb.build(again, tmp_path / "out", "0.1.0").read_bytes() == made.package.read_bytes()


def test_a_folder_that_is_no_build_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match="dev package"):
        deb.build(tmp_path, tmp_path / "out")


def test_a_library_that_is_nowhere_is_named(tmp_path: Path) -> None:
    compiler = shutil.which("cc")
    if compiler is None:
        pytest.skip("no compiler here")
    (tmp_path / "own").mkdir()
    for name, needs in (("libgone.so.7", ()), ("user.so", ("-L.", "-l:libgone.so.7", "-Wl,--no-as-needed"))):
        made = [compiler, "-shared", "-o", name, f"-Wl,-soname,{name}", *reversed(needs), "-xc", "/dev/null"]
        subprocess.run(made, cwd=tmp_path, check=True)
    shutil.move(tmp_path / "user.so", tmp_path / "own" / "user.so")
    with pytest.raises(UnresolvedError, match="libgone"):
        needed_packages(tmp_path / "own")


def test_what_a_program_asks_for_is_read_from_it() -> None:
    sleep = Path(shutil.which("sleep") or "").resolve()
    (read,) = read_elf([sleep])
    assert read.glibc >= (2, 2)
    assert not read.private
    assert from_outside([read], {"libc.so.6"}).isdisjoint({"libc.so.6"})
    assert "libc.so.6" in read.needed


def test_only_search_paths_beside_a_library_are_left(tmp_path: Path) -> None:
    compiler = shutil.which("cc")
    if compiler is None or shutil.which("patchelf") is None:
        pytest.skip("no compiler or no patchelf here")
    for name, paths in (
        ("both.so", "/build/lib:$ORIGIN/own"),
        ("far.so", "/build/lib"),
        ("near.so", "$ORIGIN"),
    ):
        flag = f"-Wl,-rpath,{paths}"
        subprocess.run([compiler, "-shared", "-o", tmp_path / name, flag, "-xc", "/dev/null"], check=True)
    assert sorted(path.name for path in search_paths.clean(tmp_path)) == ["both.so", "far.so"]
    left = {elf.path.name: elf.search_path for elf in read_elf(elf_files(tmp_path))}
    assert left == {"both.so": ("$ORIGIN/own",), "far.so": (), "near.so": ("$ORIGIN",)}
    assert search_paths.clean(tmp_path) == []


def test_scripts_and_links_are_no_programs(tmp_path: Path) -> None:
    onedir = put_onedir(tmp_path / "onedir")
    assert [path.name for path in elf_files(onedir)] == ["tivm-desktop"]
