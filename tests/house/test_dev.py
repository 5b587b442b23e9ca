"""The `dev` script on systems made of stand-ins: a folder of commands is all it sees."""

import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
BORROWED = ["bash", "cat", "chmod", "dirname", "env", "flock", "grep", "rm", "sha256sum", "tr", "uname"]

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the script serves Linux")

PYTHON = """#!/bin/sh
echo "python $*" >>"{log}"
case "$*" in
    *"(3, 11)"*) exit {too_old} ;;
    *"python3.%d-venv"*) echo python3.11-venv ;;
    *"-m venv"*) for last; do :; done; mkdir -p "$last/bin" && cp "$0" "$last/bin/python" ;;
    *purelib*) mkdir -p "{project}/.venv/lib" && echo "{project}/.venv/lib" ;;
    *"pip install"*) exit {pip_fails} ;;
    --version) echo Python 3.9.2 ;;
esac
"""


@dataclass
class System:
    """A bare machine with a clone of the project."""

    project: Path
    commands: Path
    log: Path

    def add(self, name: str, script: str) -> None:
        """Make a command that notes its call and does what `script` says."""
        file = self.commands / name
        file.write_text(f'#!/bin/sh\necho "{name} $*" >>"{self.log}"\n{script}\n')
        file.chmod(0o755)

    def add_python(self, *, too_old: bool = False, pip_fails: bool = False) -> None:
        """Make a python3 that pretends to do what the script asks of it."""
        file = self.commands / "python3"
        file.write_text(
            PYTHON.format(log=self.log, project=self.project, too_old=int(too_old), pip_fails=int(pip_fails))
        )
        file.chmod(0o755)
        if (self.project / ".venv" / "bin" / "python").exists():
            shutil.copy(file, self.project / ".venv" / "bin" / "python")

    def dev(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """Call the script."""
        return subprocess.run(
            [self.project / "dev", *arguments],
            env={"PATH": str(self.commands)},
            capture_output=True,
            text=True,
            check=False,
        )

    def calls(self) -> str:
        """What was called since the last look."""
        text = self.log.read_text() if self.log.exists() else ""
        self.log.write_text("")
        return text


@pytest.fixture
def system(tmp_path: Path) -> System:
    """A machine with every library and a python, and no more than a shell's usual commands."""
    project, commands = tmp_path / "project", tmp_path / "bin"
    (project / "requirements").mkdir(parents=True)
    commands.mkdir()
    shutil.copy(ROOT / "dev", project)
    for name in (
        "pyproject.toml",
        *(f"requirements/{lock}.txt" for lock in ("run", "dev", "weights", "package")),
    ):
        (project / name).write_text(f"# {name}\n")
    for name in [*BORROWED, "cp", "mkdir", "sh"]:
        found = shutil.which(name)
        assert found is not None, name
        (commands / name).symlink_to(found)
    system = System(project, commands, tmp_path / "log")
    libraries = [word.split(":")[1] for word in (ROOT / "dev").read_text().split() if ":lib" in word]
    assert len(libraries) > 15
    system.add("ldconfig", "\n".join(f'echo "\t{name} (libc6,x86-64) => /lib/{name}"' for name in libraries))
    system.add("id", "echo 0")
    system.add_python()
    return system


def test_the_environment_is_made_once(system: System) -> None:
    system.add("apt-get", "")
    assert system.dev("exec", "cat", "/dev/null").returncode == 0
    made = system.calls()
    assert "-m venv --clear" in made
    assert "pip install --quiet --disable-pip-version-check --require-hashes" in made
    assert "torch>=2.8,<2.14" in made
    assert system.dev("exec", "cat", "/dev/null").returncode == 0
    assert "python" not in system.calls().replace("python3-", "")


def test_run_needs_no_torch_and_starts_the_program(system: System) -> None:
    run = system.dev("run", "clip.mp4")
    calls = system.calls()
    assert "requirements/run.txt" in calls
    assert "torch>=" not in calls
    assert f"python {system.project}/.venv/bin/tivm-desktop clip.mp4" in calls, run.stderr


def test_all_tests_run_beside_each_other_and_some_in_one_process(system: System) -> None:
    system.add("apt-get", "")
    system.dev("test")
    assert system.calls().endswith("python -m pytest -n auto --dist worksteal\n")
    system.dev("test", "tests/library")
    assert system.calls().endswith("python -m pytest tests/library\n")


def test_the_core_is_broken_in_the_places_that_are_named(system: System) -> None:
    system.add("apt-get", "")
    system.dev("mutate", "domain/pace")
    assert system.calls().endswith("python -m tests.house.mutation domain/pace\n")


def test_a_changed_lock_is_installed(system: System) -> None:
    system.dev("run")
    system.calls()
    (system.project / "requirements" / "run.txt").write_text("changed")
    system.dev("run")
    assert "pip install" in system.calls()


def test_a_set_up_that_broke_off_is_taken_up_again(system: System) -> None:
    system.add_python(pip_fails=True)
    assert system.dev("run").returncode != 0
    assert "tivm-desktop" not in system.calls()
    system.add_python()
    assert system.dev("run").returncode == 0
    calls = system.calls()
    assert "pip install" in calls
    assert "tivm-desktop" in calls


def test_a_missing_library_is_installed_as_root(system: System) -> None:
    system.add("ldconfig", "")
    system.add("apt-get", "")
    assert system.dev("run").returncode == 0
    assert "apt-get install -y -qq --no-install-recommends libegl1 libgl1" in system.calls()


def test_whoever_is_not_root_is_asked_by_sudo(system: System) -> None:
    system.add("ldconfig", "")
    system.add("apt-get", "")
    system.add("id", "echo 1000")
    system.add("sudo", 'exec "$@"')
    run = system.dev("run")
    assert "Installing system packages: libegl1" in run.stderr
    assert "sudo apt-get update" in system.calls()


def test_where_there_is_no_apt_the_missing_is_named(system: System) -> None:
    system.add("ldconfig", "")
    run = system.dev("run")
    assert run.returncode == 1
    assert run.stderr.startswith("dev: missing on this system (by their Debian names): libegl1 ")
    assert len(run.stderr.splitlines()) == 1


def test_a_python_that_is_too_old_is_named_with_the_remedy(system: System) -> None:
    system.add_python(too_old=True)
    run = system.dev("run")
    assert run.returncode == 1
    assert "Python 3.11 to 3.14 is needed and Python 3.9.2 was found; install python3.11" in run.stderr


def test_exec_and_bench_say_what_they_need(system: System) -> None:
    assert "exec what?" in system.dev("exec").stderr
    system.add("apt-get", "")
    (system.project / "benchmarks").mkdir()
    (system.project / "benchmarks" / "sync.py").write_text("def main() -> None:\n")
    (system.commands / "sed").symlink_to(str(shutil.which("sed")))
    assert "there is no benchmark nothing; there are: sync" in system.dev("bench", "nothing").stderr
    system.calls()
    system.dev("bench", "sync", "--seconds", "5")
    assert "python benchmarks/sync.py --seconds 5" in system.calls()


def test_packages_are_built_in_an_environment_of_their_own(system: System) -> None:
    for name in ("apt-get", "makeself", "objdump", "patchelf", "xz", "dpkg-shlibdeps"):
        system.add(name, "")
    assert system.dev("package", "--only", "deb").returncode == 0
    calls = system.calls()
    assert f"-m venv --clear {system.project}/.venv-package" in calls
    assert "requirements/run.txt" in calls
    assert "requirements/package.txt" in calls
    assert "torch" not in calls
    assert "python -m builder deb" in calls
    assert system.dev("package").returncode == 0
    again = system.calls()
    assert again.strip().endswith("python -m builder")
    assert "install" not in again


def test_only_the_tools_of_the_wanted_package_are_installed(system: System) -> None:
    system.add("apt-get", "")
    assert system.dev("package", "--only", "run").returncode == 0
    assert "--no-install-recommends binutils" in (calls := system.calls())
    assert "--no-install-recommends makeself xz-utils" in calls
    assert "dpkg-dev" not in calls


def test_a_package_that_nobody_knows_is_refused(system: System) -> None:
    assert "onedir, deb, run or cuda" in system.dev("package", "--only", "rpm").stderr
    assert "package does not know --fast" in system.dev("package", "--fast").stderr


def test_what_is_there_can_be_proved_without_building(system: System) -> None:
    for name in ("apt-get", "debootstrap", "strace"):
        system.add(name, "")
    assert system.dev("package", "--verify-only", "--here").returncode == 0
    calls = system.calls()
    assert "-m builder" not in calls
    assert calls.strip().endswith("python -m verify --here")
