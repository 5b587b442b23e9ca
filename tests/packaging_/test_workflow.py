"""The workflow that releases: nobody can run it here, so what can be looked at is."""

import re
import shutil
import subprocess
from importlib.util import find_spec
from typing import Any

import pytest
from builder.program import ROOT

yaml = pytest.importorskip("yaml", reason="PyYAML isn't installed")

FILE = ROOT / ".github" / "workflows" / "release.yml"
TEXT = FILE.read_text(encoding="utf-8")


@pytest.fixture
def workflow() -> dict[str, Any]:
    """The workflow as GitHub reads it; YAML takes its key `on` for true."""
    told = yaml.safe_load(TEXT)
    told["on"] = told.pop(True)
    return told


def _steps(workflow: dict[str, Any]) -> list[dict[str, Any]]:
    return [step for job in workflow["jobs"].values() for step in job["steps"]]


def test_it_runs_for_versions_only(workflow: dict[str, Any]) -> None:
    assert workflow["on"]["push"] == {"tags": ["v*"]}
    assert workflow["jobs"]["publish"]["if"] == "github.ref_type == 'tag'"
    assert set(workflow["jobs"]["publish"]["needs"]) == set(workflow["jobs"]) - {"publish"}


def test_nothing_is_permitted_that_is_not_needed(workflow: dict[str, Any]) -> None:
    assert workflow["permissions"] == {}
    permitted = {name: job["permissions"] for name, job in workflow["jobs"].items()}
    assert permitted.pop("publish") == {"contents": "write"}
    assert all(each == {"contents": "read"} for each in permitted.values())


def test_actions_are_pinned_by_commit(workflow: dict[str, Any]) -> None:
    used = [step["uses"] for step in _steps(workflow) if "uses" in step]
    assert used
    assert all(re.fullmatch(r"actions/[a-z-]+@[0-9a-f]{40}", each) for each in used)


def test_every_job_ends(workflow: dict[str, Any]) -> None:
    assert all(job["timeout-minutes"] <= 90 for job in workflow["jobs"].values())


def test_the_secrets_that_are_explained_are_those_used(workflow: dict[str, Any]) -> None:
    head = TEXT.split("\nname:", 1)[0]
    explained = set(re.findall(r"\b(?:WINDOWS|MACOS)_[A-Z_]+", head))
    assert explained == set(re.findall(r"secrets\.(\w+)", TEXT))


def test_no_script_has_what_others_wrote_in_it(workflow: dict[str, Any]) -> None:
    assert not [step for step in _steps(workflow) if "${{" in step.get("run", "")]


def test_what_it_runs_is_there() -> None:
    for module in set(re.findall(r"-m (builder[.\w]*)", TEXT)):
        assert find_spec(module), module
    for script in set(re.findall(r"\bpackaging/[\w/]+\.sh", TEXT)):
        assert (ROOT / script).is_file(), script
    for lock in set(re.findall(r"-r (\S+\.txt)", TEXT)):
        assert (ROOT / lock).is_file(), lock


@pytest.mark.skipif(shutil.which("shellcheck") is None, reason="shellcheck isn't installed")
def test_its_scripts_are_clean(workflow: dict[str, Any]) -> None:
    for step in _steps(workflow):
        if "run" in step and step.get("shell") != "pwsh":
            command = ["shellcheck", "--shell=bash", "-"]
            done = subprocess.run(
                command, input="set -eo pipefail\n" + step["run"], capture_output=True, text=True, check=False
            )
            assert done.returncode == 0, f"{step['name']}: {done.stdout}"


@pytest.mark.skipif(shutil.which("shellcheck") is None, reason="shellcheck isn't installed")
def test_the_signing_script_of_windows_is_clean() -> None:
    script = ROOT / "packaging" / "windows" / "sign.sh"
    done = subprocess.run(["shellcheck", script], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout
