"""A catalogue on a local Ray of two workers: one is killed on the way, the run is broken off."""

import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.cluster import jobs
from tests.waiting import until
from tivm_desktop.library.shared_catalogue import SharedCatalogue

ROOT = Path(__file__).resolve().parents[2]
PATIENCE_S = 60.0
INTERRUPTED = 130
ACTOR = "ray::MapWorker"

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not sys.platform.startswith("linux"), reason="looks for Ray's workers in /proc"),
]


@dataclass
class Site:
    """A folder of files, the catalogue made of it, and a log of what was begun."""

    folder: Path
    scratch: Path
    """Where Ray puts its sockets: their names have to be short."""

    @property
    def music(self) -> Path:
        return self.folder / "music"

    @property
    def output(self) -> Path:
        return self.folder / "out"

    @property
    def log(self) -> Path:
        return self.folder / "log"

    @property
    def fragments(self) -> set[str]:
        features = self.output / "features"
        return {path.name for path in features.glob("[!.]*")} if features.is_dir() else set()

    @property
    def begun(self) -> Counter[str]:
        return (
            Counter(self.log.read_text(errors="surrogateescape").splitlines())
            if self.log.exists()
            else Counter()
        )

    def start(self, *options: str) -> subprocess.Popen[str]:
        command = [sys.executable, "-m", "tests.cluster.driver", self.output, self.log, self.music, *options]
        surroundings = {
            **os.environ,
            "PYTHONPATH": str(ROOT),
            "RAY_TMPDIR": str(self.scratch),
            "HOME": str(self.scratch),
        }
        return subprocess.Popen(
            [str(part) for part in command],
            cwd=ROOT,
            env=surroundings,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def run(self, *options: str) -> tuple[int, str, str]:
        with self.start(*options) as driver:
            out, err = driver.communicate(timeout=3 * PATIENCE_S)
        until(lambda: not descendants(driver.pid))
        return driver.returncode, out, err


def parents() -> dict[int, tuple[int, str]]:
    """Parent and command of every process."""
    found = {}
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            status = (folder / "stat").read_text().rpartition(")")[2].split()
            command = (folder / "cmdline").read_text().replace("\0", " ")
        except OSError:
            continue
        if status[0] != "Z":
            found[int(folder.name)] = int(status[1]), command
    return found


def descendants(pid: int) -> dict[int, str]:
    """Processes that a process started, and those started by them, with their commands."""
    known = parents()
    found: dict[int, str] = {}
    added = True
    while added:
        added = False
        for child, (parent, command) in known.items():
            if child not in found and (parent == pid or parent in found):
                found[child] = command
                added = True
    return found


def actors(pid: int) -> list[int]:
    return [child for child, command in descendants(pid).items() if command.startswith(ACTOR)]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    pytest.importorskip("ray.data", reason="Ray is not installed: pip install 'tivm-desktop[cluster]'")
    scratch = Path(tempfile.mkdtemp(prefix="tivm-", dir="/tmp"))
    site = Site(tmp_path_factory.mktemp("catalogue"), scratch)
    (site.music / "deep" / "er").mkdir(parents=True)
    for number in range(24):
        (site.music / "deep" / f"{number}.mp3").write_text(f"slow {number}")
    (site.music / "deep" / "er" / os.fsdecode(b"not \xff text.mp3")).write_text("slow 23")
    yield site
    shutil.rmtree(scratch, ignore_errors=True)


@pytest.fixture(scope="module")
def broken_off(site: Site) -> tuple[set[str], Counter[str]]:
    """A run in which a worker is killed, which goes on, and is interrupted: what it left behind."""
    with site.start() as driver:
        until(lambda: len(site.fragments) >= 1)
        victim = actors(driver.pid)[0]
        os.kill(victim, signal.SIGKILL)
        before = len(site.fragments)
        until(lambda: len(site.fragments) >= before + 2 and len(actors(driver.pid)) == 2)
        assert victim not in actors(driver.pid)
        started = set(descendants(driver.pid))
        driver.send_signal(signal.SIGINT)
        driver.communicate()
        assert driver.returncode == INTERRUPTED
    until(lambda: not started & parents().keys())
    return site.fragments, site.begun


@pytest.fixture(scope="module")
def finished(site: Site, broken_off: tuple[set[str], Counter[str]]) -> dict[str, int]:
    """The next run, to which files have come that are as bad as files can be: what it returns."""
    for name in ("crash", "hang", "damaged", "deadly"):
        (site.music / f"{name}.mp3").write_text(name)
    status, out, err = site.run()
    assert status == 0, err
    outcome: dict[str, int] = json.loads(out)
    return outcome


def test_a_run_that_broke_off_is_gone_on_with(
    site: Site, broken_off: tuple[set[str], Counter[str]], finished: dict[str, int]
) -> None:
    fragments, _ = broken_off
    assert finished["known"] >= 3
    assert finished["total"] == 29
    assert finished["analysed"] == 25 - finished["known"]
    assert site.fragments > fragments


def test_no_finished_file_is_analysed_again(
    site: Site, broken_off: tuple[set[str], Counter[str]], finished: dict[str, int]
) -> None:
    pq = pytest.importorskip("pyarrow.parquet", reason="pyarrow is not installed")
    fragments, begun = broken_off
    for name in fragments:
        for path in pq.read_table(site.output / "features" / name, columns=["path"])["path"].to_pylist():
            file = os.fsdecode(path).rpartition("/")[2]
            assert site.begun[file] == begun[file], file


def test_every_file_is_in_the_catalogue_once(site: Site, finished: dict[str, int]) -> None:
    catalogue = SharedCatalogue(site.output)
    try:
        files = [Path(os.fsdecode(row[0])).relative_to(site.music) for row in catalogue.plain_files()]
        assert sorted(files) == sorted(
            path.relative_to(site.music) for path in site.music.rglob("deep/**/*.mp3")
        )
        assert finished["sounds"] == catalogue.count == 24
        expected = jobs.sound_of("slow 7")
        found = catalogue.track(expected.audio_id, "music-1", "sound-1")
        assert found is not None
        assert found.features.tolist() == expected.analysis.features.astype("f2").tolist()
    finally:
        catalogue.close()


def test_bad_files_are_listed_with_their_reason_and_left_alone(site: Site, finished: dict[str, int]) -> None:
    catalogue = SharedCatalogue(site.output)
    try:
        failures = {row.path.stem: (row.kind, row.reason) for row in catalogue.failures()}
    finally:
        catalogue.close()
    assert {name: kind for name, (kind, _) in failures.items()} == {
        "crash": "crash",
        "hang": "time",
        "damaged": "file",
        "deadly": "crash",
    }
    assert "SIGSEGV" in failures["crash"][1]
    assert "got no further for 15 s" in failures["hang"][1]
    assert failures["damaged"][1] == "damaged.mp3 is empty; leave it out."
    assert "3 times" in failures["deadly"][1]
    assert site.begun["deadly.mp3"] == 3
    assert finished["failed"] == 4
    assert list((site.output / "in_hand").iterdir()) == []
