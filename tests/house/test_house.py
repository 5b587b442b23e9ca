"""What the project says of itself in different places has to agree."""

import os
import re
import subprocess
import tomllib
from pathlib import Path

import pytest

import tivm_desktop

ROOT = Path(__file__).resolve().parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
LOCKS = sorted((ROOT / "requirements").glob("*.txt"))
DEV = (ROOT / "dev").read_text()


def tracked_texts() -> list[Path]:
    """Files under version control, or about to be, that are text."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    if listed.returncode != 0:
        pytest.skip("not a git work tree")
    suffixes = {".py", ".md", ".toml", ".txt", ".in", ".json", ".yaml", ".yml", ".svg", ".spec", ""}
    paths = [ROOT / name for name in listed.stdout.split("\0") if name]
    return [path for path in paths if path.suffix in suffixes and path.is_file()]


def locked(lock: str) -> dict[str, set[str]]:
    """Versions of every package a lock names."""
    found: dict[str, set[str]] = {}
    for name, version in re.findall(r"^([\w.-]+)==(\S+)", (ROOT / "requirements" / lock).read_text(), re.M):
        found.setdefault(name, set()).add(version)
    return found


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_a_lock_has_a_hash_for_everything_and_no_place(lock: Path) -> None:
    text = lock.read_text()
    requirements = re.findall(r"^[\w.-]+==.*?(?=^[\w.-]+==|\Z)", text, re.M | re.S)
    assert requirements
    assert all("--hash=sha256:" in requirement for requirement in requirements)
    assert not re.search(r"://|^\s*--?(index|extra-index|find-links|i|f)\b| /\w+/", text, re.M)


def test_what_is_tested_is_what_is_run() -> None:
    run, dev = locked("run.txt"), locked("dev.txt")
    assert run.keys() <= dev.keys()
    assert all(dev[name] == versions for name, versions in run.items())


def test_every_dependency_is_locked_and_torch_is_not() -> None:
    names = {re.split(r"[<>=~\[]", entry)[0].lower() for entry in PROJECT["dependencies"]}
    assert names <= locked("run.txt").keys()
    assert not {"torch", "torchvision"} & locked("dev.txt").keys()


def test_the_script_installs_torch_as_the_project_asks() -> None:
    torch = [entry for entry in PROJECT["optional-dependencies"]["train"] if entry.startswith("torch")]
    assert len(torch) == 2
    assert all(f"pip_install '{entry}'" in DEV for entry in torch)


def test_the_script_makes_the_commands_of_the_project() -> None:
    entries = PROJECT["scripts"] | PROJECT["gui-scripts"]
    made = re.search(r"<<<\$'(.*)'", DEV)
    assert made is not None
    lines = dict(line.split() for line in made[1].split(r"\n"))
    assert {name: f"tivm_desktop.entry:{function}" for name, function in lines.items()} == entries


def test_the_changelog_tells_of_this_version() -> None:
    versions = re.findall(r"^## \[([^\]]+)\]", (ROOT / "CHANGELOG.md").read_text(), re.M)
    assert tivm_desktop.__version__ == PROJECT["version"]
    assert next(version for version in versions if version != "Unreleased") == PROJECT["version"]


@pytest.mark.parametrize("page", ["README.md", "CONTRIBUTING.md", "docs/architecture.md"])
def test_commands_that_are_told_exist(page: str) -> None:
    told = set(re.findall(r"\./dev ([a-z]+)", (ROOT / page).read_text()))
    usage = set(re.findall(r"^\./dev ([a-z]+)", DEV, re.M))
    assert told <= usage
    assert all(re.search(rf"^    ([\w-]+ \| )*{command}( \| [\w-]+)*\)", DEV, re.M) for command in usage)


def test_the_script_answers_without_an_environment(tmp_path: Path) -> None:
    done = subprocess.run(
        [ROOT / "dev", "help"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=True,
        env={"PATH": "/usr/bin:/bin"},
    )
    assert "./dev run [VIDEO] [--music DIR]" in done.stdout
    wrong = subprocess.run([ROOT / "dev", "nonsense"], capture_output=True, text=True, check=False)
    assert (wrong.returncode, wrong.stdout) == (1, "")
    assert "there is no command nonsense" in wrong.stderr


def test_links_between_pages_lead_somewhere() -> None:
    pages = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *(ROOT / "docs").rglob("*.md")]
    links = [(page, target) for page in pages for target in re.findall(r"\]\(([^)#\s]+)", page.read_text())]
    broken = [f"{page.relative_to(ROOT)}: {target}" for page, target in links if not leads(page, target)]
    assert len(links) > 10
    assert broken == []


def leads(page: Path, target: str) -> bool:
    """Whether a link of `page` goes elsewhere, or to something that is there."""
    return "://" in target or (page.parent / target).exists()


def test_every_decision_is_listed_with_its_title() -> None:
    folder = ROOT / "docs" / "adr"
    index = (folder / "README.md").read_text()
    for record in sorted(folder.glob("[0-9]*.md")):
        title = record.read_text().splitlines()[0].removeprefix("# ")
        assert f"[{title}]({record.name})" in index, f"docs/adr/README.md lacks: - [{title}]({record.name})"


def test_every_decision_says_what_it_decides_and_what_it_rejects() -> None:
    for record in (ROOT / "docs" / "adr").glob("[0-9]*.md"):
        headings = set(re.findall(r"^## (\w+)", record.read_text(), re.M))
        assert {"Context", "Decision", "Rejected", "Consequences"} <= headings, record.name


def test_nothing_names_a_place_on_this_machine() -> None:
    places = [str(ROOT), f"{Path.home()}{os.sep}"]
    named = [
        f"{path.relative_to(ROOT)}: {place}"
        for path in tracked_texts()
        for place in places
        if place in path.read_text(errors="replace")
    ]
    assert named == []


def test_no_sentence_gives_none_as_a_reason() -> None:
    """A system error need not have a text of its own."""
    sources = (ROOT / "tivm_desktop").rglob("*.py")
    assert [path.name for path in sources if re.search(r"\{\w+\.strerror\}", path.read_text())] == []
