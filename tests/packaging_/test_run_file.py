"""The .run file, made of a tiny build, installed, upgraded and taken off in a home of its own."""

import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from builder import run_file

from tests.packaging_.made_onedir import put_onedir

pytestmark = pytest.mark.skipif(shutil.which("makeself") is None, reason="makeself is missing")


@dataclass
class User:
    """Somebody with a home, and what is in PATH for them."""

    home: Path
    commands: Path

    def runs(self, *command: str | Path, **environment: str) -> subprocess.CompletedProcess[str]:
        """Start something without a terminal and without a screen."""
        return subprocess.run(
            command,
            cwd=self.home,
            env={
                "HOME": str(self.home),
                "PATH": f"{self.commands}:/usr/bin:/bin",
                "LC_ALL": "C",
                **environment,
            },
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
        )

    def has(self, name: str, script: str) -> None:
        """Put a command before the system's."""
        file = self.commands / name
        file.write_text(f"#!/bin/sh\n{script}\n")
        file.chmod(0o755)

    @property
    def program(self) -> Path:
        """Where it is installed."""
        return self.home / ".local/lib/tivm-desktop"

    @property
    def library(self) -> Path:
        """A file of the library."""
        file = self.home / ".local/share/tivm-desktop/library.sqlite3"
        if not file.exists():
            file.parent.mkdir(parents=True)
            file.write_text("ratings")
        return file

    def copies(self) -> list[Path]:
        """The installed builds."""
        return [path for path in self.program.iterdir() if path.is_dir() and not path.is_symlink()]

    def files(self) -> list[str]:
        """All there is in the home."""
        return sorted(str(path.relative_to(self.home)) for path in self.home.rglob("*") if not path.is_dir())


@pytest.fixture(scope="module")
def installers(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Two versions."""
    folder = tmp_path_factory.mktemp("run")
    return {
        version: run_file.build(put_onedir(folder / version, version), folder / "out", version)
        for version in ("1.0", "1.1")
    }


@pytest.fixture
def user(tmp_path: Path) -> User:
    """A new one, with a blank in the name."""
    home, commands = tmp_path / "home of one", tmp_path / "commands"
    home.mkdir()
    commands.mkdir()
    return User(home, commands)


@pytest.fixture
def running(user: User, installers: dict[str, Path]) -> Iterator[Path]:
    """The copy whose program is open, of version 1.0."""
    assert user.runs(installers["1.0"]).returncode == 0
    process = subprocess.Popen([user.home / ".local/bin/tivm-desktop", "60"])
    yield user.copies()[0]
    process.kill()
    process.wait()


def test_it_installs_for_the_user_alone(user: User, installers: dict[str, Path]) -> None:
    done = user.runs(installers["1.0"])
    assert done.returncode == 0, done.stderr
    assert "TIVM Desktop 1.0 is installed" in done.stdout
    assert user.runs(user.home / ".local/bin/tivm", "--version").stdout == "tivm 1.0\n"
    (copy,) = user.copies()
    assert (copy / "_internal/fallback/libsome.so.1").read_text() == "a copy"
    assert (copy / "_internal/libown.so").readlink() == Path("libown.so.1")
    assert all(name.startswith(".local/") for name in user.files())


def test_the_menu_entry_names_the_place(user: User, installers: dict[str, Path]) -> None:
    user.runs(installers["1.0"])
    entry = user.home / ".local/share/applications/tivm-desktop.desktop"
    text = entry.read_text()
    assert f'\nExec="{user.program}/current/tivm-desktop" %F\n' in text
    assert f"\nTryExec={user.program}/current/tivm-desktop\n" in text
    assert f'\nExec="{user.program}/uninstall" --ask\n' in text
    if shutil.which("desktop-file-validate"):
        assert user.runs("/usr/bin/desktop-file-validate", entry).returncode == 0


def test_odd_names_of_homes_do_no_harm(user: User, installers: dict[str, Path]) -> None:
    home = user.home / "a & b|50%"
    home.mkdir()
    assert user.runs(installers["1.0"], HOME=str(home)).returncode == 0
    text = (home / ".local/share/applications/tivm-desktop.desktop").read_text()
    program = f"{home}/.local/lib/tivm-desktop/current/tivm-desktop"
    assert f"\nTryExec={program}\n" in text
    assert f'\nExec="{program.replace("%", "%%")}" %F\n' in text


def test_other_places_for_data_are_respected(user: User, installers: dict[str, Path]) -> None:
    data = user.home / "elsewhere"
    assert user.runs(installers["1.0"], XDG_DATA_HOME=str(data)).returncode == 0
    assert (data / "applications/tivm-desktop.desktop").is_file()
    assert not (user.home / ".local/share").exists()


def test_an_upgrade_leaves_one_version_and_the_library(user: User, installers: dict[str, Path]) -> None:
    library = user.library
    for version in ("1.0", "1.1"):
        assert user.runs(installers[version]).returncode == 0
    assert user.runs(user.home / ".local/bin/tivm", "--version").stdout == "tivm 1.1\n"
    assert [copy.name[:4] for copy in user.copies()] == ["1.1."]
    assert library.read_text() == "ratings"


def test_a_program_that_is_open_keeps_its_files_in_an_upgrade(
    user: User, installers: dict[str, Path], running: Path
) -> None:
    assert user.runs(installers["1.1"]).returncode == 0
    assert (running / "_internal/told").read_text() == "1.0"
    assert len(user.copies()) == 2


def test_a_program_that_is_open_is_not_taken_off(user: User, running: Path) -> None:
    done = user.runs(user.program / "uninstall")
    assert (done.returncode, done.stderr) == (1, "TIVM Desktop is open: close it and try again.\n")
    assert running.is_dir()


def test_taking_off_leaves_only_the_library(user: User, installers: dict[str, Path]) -> None:
    library = user.library
    before = user.files()
    user.runs(installers["1.0"])
    done = user.runs(user.program / "uninstall")
    assert (done.returncode, done.stderr) == (0, "")
    assert user.files() == before
    assert library.read_text() == "ratings"
    assert sorted(path.name for path in (user.home / ".local").iterdir()) == ["share"]


def test_the_library_goes_only_if_that_is_said(user: User, installers: dict[str, Path]) -> None:
    assert user.library.is_file()
    user.runs(installers["1.0"])
    done = user.runs(installers["1.0"], "--", "--uninstall", "--purge")
    assert done.returncode == 0, done.stderr
    assert user.files() == []


def test_what_others_put_there_stays(user: User, installers: dict[str, Path]) -> None:
    other = user.home / ".local/bin/other"
    other.parent.mkdir(parents=True)
    other.write_text("another program's")
    user.runs(installers["1.0"])
    user.runs(user.program / "uninstall")
    assert user.files() == [".local/bin/other"]


def test_no_mark_is_left_in_what_installs(user: User, installers: dict[str, Path]) -> None:
    user.runs(installers["1.0"], "--noexec", "--target", user.home / "unpacked")
    marks = re.findall(r"@[A-Z_]+@", (user.home / "unpacked/install.sh").read_text())
    assert marks == ["@UNINSTALL@"]


def test_quiet_says_nothing(user: User, installers: dict[str, Path]) -> None:
    done = user.runs(installers["1.0"], "--quiet")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


@pytest.mark.parametrize(
    ("command", "script", "said"),
    [
        ("getconf", "exit 1", "needs the GNU C library"),
        ("getconf", "echo glibc 2.1", "and this system has 2.1"),
        ("uname", "case $1 in -m) echo riscv64 ;; *) echo Linux ;; esac", "this computer is a riscv64"),
        ("df", "printf 'h\\nd 9 9 9 9%% /\\n'", "There is no room for TIVM Desktop"),
        (
            "tar",
            'case "$*" in *-C*) echo tar: No space left >&2; exit 2 ;; *) exec /bin/tar "$@" ;; esac',
            "No space left",
        ),
    ],
    ids=["musl", "old", "other-processor", "full", "full-on-the-way"],
)
def test_what_cannot_work_is_one_sentence_and_changes_nothing(
    user: User, installers: dict[str, Path], command: str, script: str, said: str
) -> None:
    user.has(command, script)
    done = user.runs(installers["1.0"], "--quiet", "--nodiskspace")
    assert done.returncode == 1
    assert said in done.stderr
    assert done.stderr.count("\n") == 1
    assert user.files() == []


def test_a_place_that_cannot_be_written_is_named(user: User, installers: dict[str, Path]) -> None:
    (user.home / ".local").write_text("in the way")
    done = user.runs(installers["1.0"], "--quiet")
    assert done.returncode == 1
    assert f"you may not write into {user.program}" in done.stderr
    assert done.stderr.count("\n") == 1


def test_a_build_that_does_not_start_here_is_not_switched_to(user: User, tmp_path: Path) -> None:
    onedir = put_onedir(tmp_path / "broken", "2.0")
    (onedir / "tivm").write_text("#!/bin/sh\necho a library is missing >&2\nexit 1\n")
    done = user.runs(run_file.build(onedir, tmp_path / "out", "2.0"), "--quiet")
    assert (done.returncode, done.stderr.count("\n")) == (1, 1)
    assert "does not start on this system: a library is missing" in done.stderr
    assert user.files() == []


def test_libraries_that_the_window_lacks_are_named(user: User, tmp_path: Path) -> None:
    compiler = shutil.which("cc")
    if compiler is None:
        pytest.skip("no compiler here")
    onedir = put_onedir(tmp_path / "needy", "2.0")
    for name, needs in (
        ("libgone.so.7", ()),
        ("libneedy.so", ("-Wl,--no-as-needed", "-L.", "-l:libgone.so.7")),
    ):
        command = [compiler, "-shared", "-o", name, f"-Wl,-soname,{name}", *needs, "-xc", "/dev/null"]
        subprocess.run(command, cwd=tmp_path, check=True)
    shutil.move(tmp_path / "libneedy.so", onedir / "_internal")
    done = user.runs(run_file.build(onedir, tmp_path / "out", "2.0"), "--quiet")
    assert done.returncode == 0
    assert "lacks: libgone.so.7." in done.stderr
    assert done.stderr.count("\n") == 1


def test_a_damaged_file_is_not_installed(user: User, installers: dict[str, Path], tmp_path: Path) -> None:
    damaged = tmp_path / "damaged.run"
    content = bytearray(installers["1.0"].read_bytes())
    content[-20_000] ^= 0xFF
    damaged.write_bytes(content)
    damaged.chmod(0o755)
    assert user.runs(damaged, "--quiet").returncode != 0
    assert user.files() == []


def test_what_opened_films_goes_on_opening_them(user: User, installers: dict[str, Path]) -> None:
    chosen = user.home / "chosen"
    entry = user.home / ".local/share/applications/tivm-desktop.desktop"
    user.has(
        "xdg-mime",
        f'case "$1" in query) [ -e "{entry}" ] && echo tivm-desktop.desktop || echo player.desktop ;;'
        f' default) echo "$2 $3" >>"{chosen}" ;; esac',
    )
    assert user.runs(installers["1.0"]).returncode == 0
    assert "player.desktop video/mp4" in chosen.read_text().splitlines()


def test_a_double_click_shows_how_far_it_is_and_opens_the_program(
    user: User, installers: dict[str, Path]
) -> None:
    seen = user.home / "seen"
    user.has("zenity", f'echo "$1" >>"{seen}"; cat >>"{seen}"')
    done = user.runs(installers["1.0"], "--", "--no-start", DISPLAY=":99")
    assert done.returncode == 0, done.stderr
    lines = seen.read_text().splitlines()
    assert (lines[0], lines[-1]) == ("--progress", "100")


def test_a_double_click_that_fails_shows_why(user: User, installers: dict[str, Path]) -> None:
    seen = user.home / "seen"
    user.has("zenity", f'echo "$*" >>"{seen}"; [ "$1" = --error ] || cat >/dev/null')
    user.has("getconf", "exit 1")
    assert user.runs(installers["1.0"], DISPLAY=":99").returncode == 1
    assert "GNU C library" in seen.read_text().splitlines()[-1]


def test_the_same_build_gives_the_same_bytes(installers: dict[str, Path], tmp_path: Path) -> None:
    again = run_file.build(put_onedir(tmp_path / "again", "1.0"), tmp_path / "out", "1.0")
    assert again.read_bytes() == installers["1.0"].read_bytes()
    assert os.access(again, os.X_OK)
