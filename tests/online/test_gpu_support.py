"""GPU support comes from a folder or a release whole, or not at all, and goes without a trace."""

import json
import shutil
import sys
import threading
from collections import namedtuple
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.encoders.gpu_making import UNPACKED, lock_of, make_wheels
from tests.encoders.making import is_one_sentence
from tests.online.serving import Served, cut_short, send, serving
from tivm_desktop.bundle import Build
from tivm_desktop.domain.errors import CancelledError, OnlineError, RuntimeFolderError
from tivm_desktop.encoders.runtime_folder import look_at
from tivm_desktop.encoders.runtime_unpack import unpacked_size
from tivm_desktop.encoders.runtime_wheels import RuntimeLock
from tivm_desktop.library.file_lock import HeldFile
from tivm_desktop.online.gpu_offer import Offer, Offered, look_up, manifest_name, why_no_download
from tivm_desktop.online.gpu_support import Phase, install_download, install_from, remove

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="wheels for Linux")

Usage = namedtuple("Usage", "total used free")


class Release:
    """A release on a server of this machine."""

    def __init__(self, served: Served, folder: Path) -> None:
        self.served = served
        self.wheels = make_wheels(folder)
        self.lock = lock_of(self.wheels)
        self.build = Build("0.1.0", releases=served.address)
        self.files = [
            {
                "name": wheel.name,
                "size": wheel.stat().st_size,
                "sha256": next(iter(self._hashes(wheel))),
                "unpacked": unpacked_size([wheel]),
            }
            for wheel in self.wheels
        ]
        for wheel in self.wheels:
            served.files[self.path(wheel.name)] = wheel.read_bytes()
        self.publish()

    def path(self, name: str) -> str:
        return f"/download/v0.1.0/{name}"

    def publish(self) -> None:
        self.served.files[self.path(manifest_name())] = json.dumps({"files": self.files}).encode()

    def look_up(self) -> Offer:
        return look_up(self.build, self.lock)

    def _hashes(self, wheel: Path) -> frozenset[str]:
        package = self.lock.package_of(wheel.name)
        assert package is not None
        return package.hashes


@pytest.fixture
def release(tmp_path: Path) -> Iterator[Release]:
    with serving() as served:
        yield Release(served, tmp_path / "published")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return tmp_path / "data" / "gpu"


def nothing(phase: Phase, done: int, of: int) -> None:
    """Hear no progress."""


def never() -> bool:
    return False


def after(calls: int) -> Callable[[], bool]:
    """Cancel at the call of that number."""
    asked = iter(range(1_000_000))
    return lambda: next(asked) >= calls


def is_whole(root: Path, lock: RuntimeLock) -> bool:
    support = look_at(root, lock)
    return support.state == "complete" and all((root / lock.digest / name).is_file() for name in UNPACKED)


def names(root: Path) -> set[str]:
    return {path.name for path in root.iterdir()}


def test_it_comes_from_a_folder_with_other_things_in_it(tmp_path: Path, root: Path) -> None:
    wheels = make_wheels(tmp_path / "wheels")
    (tmp_path / "wheels" / "notes.txt").write_text("mine")
    lock = lock_of(wheels)
    heard: list[tuple[Phase, int, int]] = []
    install_from(tmp_path / "wheels", root, lambda *how: heard.append(how), never, lock)
    assert is_whole(root, lock)
    assert names(root) == {lock.digest, "lock"}
    assert [phase for phase, *_ in heard] == sorted(phase for phase, *_ in heard)
    assert all(wheel.exists() for wheel in wheels)


def test_what_another_version_had_goes_when_the_new_one_is_whole(tmp_path: Path, root: Path) -> None:
    lock = lock_of(make_wheels(tmp_path / "wheels"))
    old = root / "0123456789abcdef"
    old.mkdir(parents=True)
    with pytest.raises(CancelledError):
        install_from(tmp_path / "wheels", root, nothing, after(3), lock)
    assert old.is_dir()
    install_from(tmp_path / "wheels", root, nothing, never, lock)
    assert names(root) == {lock.digest, "lock"}


def test_a_folder_without_the_wheels_is_a_sentence(tmp_path: Path, root: Path) -> None:
    lock = lock_of(make_wheels(tmp_path / "wheels"))
    with pytest.raises(RuntimeFolderError, match="can't be read") as caught:
        install_from(tmp_path / "none", root, nothing, never, lock)
    assert is_one_sentence(caught.value)
    (tmp_path / "empty").mkdir()
    with pytest.raises(RuntimeFolderError, match="lacks onnxruntime-gpu") as caught:
        install_from(tmp_path / "empty", root, nothing, never, lock)
    assert is_one_sentence(caught.value)
    assert not root.exists()


def test_a_changed_wheel_is_not_installed(tmp_path: Path, root: Path) -> None:
    wheels = make_wheels(tmp_path / "wheels")
    lock = lock_of(wheels)
    wheels[1].write_bytes(wheels[1].read_bytes()[:-1] + b"!")
    with pytest.raises(RuntimeFolderError, match="not the file that this version"):
        install_from(tmp_path / "wheels", root, nothing, never, lock)
    assert look_at(root, lock).state == "absent"


def test_too_little_room_is_said_beforehand(
    tmp_path: Path, root: Path, release: Release, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _: Usage(1 << 40, 0, 1 << 20))
    with pytest.raises(RuntimeFolderError, match=r"needs 0\.3 GB and the drive of .* has 0\.0 GB free"):
        install_from(tmp_path / "published", root, nothing, never, release.lock)
    with pytest.raises(RuntimeFolderError, match="free some space") as caught:
        install_download(release.look_up(), root, nothing, never, release.lock)
    assert is_one_sentence(caught.value)
    assert len(release.served.asked) == 1


def test_two_at_once_is_a_sentence(tmp_path: Path, root: Path, release: Release) -> None:
    root.mkdir(parents=True)
    held = HeldFile(root / "lock")
    try:
        for attempt in (
            lambda: install_from(tmp_path / "published", root, nothing, never, release.lock),
            lambda: install_download(release.look_up(), root, nothing, never, release.lock),
            lambda: remove(root),
        ):
            with pytest.raises(RuntimeFolderError, match="already: wait for that") as caught:
                attempt()
            assert is_one_sentence(caught.value)
    finally:
        held.close()


def test_a_release_is_downloaded_and_installed(root: Path, release: Release) -> None:
    offer = release.look_up()
    assert offer.download_bytes == sum(wheel.stat().st_size for wheel in release.wheels)
    assert offer.installed_bytes == unpacked_size(release.wheels)
    heard: list[tuple[Phase, int, int]] = []
    install_download(offer, root, lambda *how: heard.append(how), never, release.lock)
    assert is_whole(root, release.lock)
    assert names(root) == {release.lock.digest, "lock"}
    downloading = [done for phase, done, _ in heard if phase == "downloading"]
    assert downloading == sorted(downloading)
    assert downloading[-1] == offer.download_bytes


def test_room_is_counted_as_files_go_when_they_are_unpacked() -> None:
    files = tuple(Offered(f"{number}", 10, "", unpacked) for number, unpacked in enumerate((15, 30, 5)))
    offer = Offer("", files)
    assert (offer.download_bytes, offer.installed_bytes, offer.needed_bytes) == (30, 50, 65)


def test_a_broken_download_goes_on(root: Path, release: Release) -> None:
    path, whole = release.path(release.wheels[1].name), release.wheels[1].read_bytes()
    release.served.answers[path] = cut_short(whole, 100)
    offer = release.look_up()
    with pytest.raises(OnlineError, match="goes on from where"):
        install_download(offer, root, nothing, never, release.lock)
    assert look_at(root, release.lock).state == "absent"
    del release.served.answers[path]
    release.served.asked.clear()
    install_download(offer, root, nothing, never, release.lock)
    [(asked, headers)] = release.served.asked
    assert (asked, headers["Range"]) == (path, "bytes=100-")
    assert is_whole(root, release.lock)


def test_cancelling_keeps_what_came_and_installs_nothing(root: Path, release: Release) -> None:
    with pytest.raises(CancelledError):
        install_download(release.look_up(), root, nothing, after(1), release.lock)
    assert look_at(root, release.lock).state == "absent"
    assert names(root) == {"downloads", "lock"}
    left = look_at(root, release.lock).size_bytes
    assert 0 < left == sum(path.stat().st_size for path in (root / "downloads").iterdir())
    (root / "downloads" / "of-another-release.whl").write_bytes(b"x")
    install_from(release.wheels[0].parent, root, nothing, never, release.lock)
    assert names(root) == {release.lock.digest, "lock"}


def test_what_another_release_has_left_goes_first(root: Path, release: Release) -> None:
    downloads = root / "downloads"
    downloads.mkdir(parents=True)
    (downloads / "of-another-release.whl").write_bytes(b"x")
    with pytest.raises(CancelledError):
        install_download(release.look_up(), root, nothing, after(0), release.lock)
    assert not (downloads / "of-another-release.whl").exists()


def test_a_wheel_that_went_bad_on_the_drive_is_given_up(root: Path, release: Release) -> None:
    downloads = root / "downloads"
    downloads.mkdir(parents=True)
    first = release.wheels[0]
    (downloads / first.name).write_bytes(bytes(first.stat().st_size))
    with pytest.raises(RuntimeFolderError, match="get it anew"):
        install_download(release.look_up(), root, nothing, never, release.lock)
    install_download(release.look_up(), root, nothing, never, release.lock)
    assert is_whole(root, release.lock)


@pytest.mark.parametrize(
    "change",
    [
        {"sha256": "0" * 64},
        {"name": "../../onnxruntime_gpu-1.26.0-cp311-cp311-manylinux_2_28_x86_64.whl"},
        {"name": "else.whl"},
        {"size": 0},
        {"size": -1},
        {"size": 1 << 40},
    ],
)
def test_a_list_is_believed_only_as_far_as_the_lock_goes(
    root: Path, release: Release, change: dict[str, object]
) -> None:
    release.files[0].update(change)
    release.publish()
    with pytest.raises(RuntimeFolderError, match=r"The release lacks onnxruntime-gpu 1\.26\.0") as caught:
        release.look_up()
    assert is_one_sentence(caught.value)


@pytest.mark.parametrize(
    "content", [b"", b"[]", b"{}", b'{"files": [1]}', b'{"files": [{"name": "x"}]}', b"\xff"]
)
def test_a_list_that_is_none_is_a_sentence(release: Release, content: bytes) -> None:
    release.served.files[release.path(manifest_name())] = content
    with pytest.raises(OnlineError, match="try again later") as caught:
        release.look_up()
    assert is_one_sentence(caught.value)


def test_a_list_without_an_end_is_refused(release: Release) -> None:
    release.served.answers[release.path(manifest_name())] = lambda request: send(request, b" " * 100_000)
    with pytest.raises(OnlineError, match="more than was asked for"):
        release.look_up()


def test_a_build_that_knows_no_releases_says_so(release: Release) -> None:
    assert why_no_download(release.build) == ""
    assert "knows no place" in why_no_download(Build("0.1.0"))
    with pytest.raises(RuntimeFolderError, match="knows no place") as caught:
        look_up(Build("0.1.0"), release.lock)
    assert is_one_sentence(caught.value)


def test_removing_gives_all_space_back(tmp_path: Path, root: Path, release: Release) -> None:
    install_from(tmp_path / "published", root, nothing, never, release.lock)
    (root / "downloads").mkdir()
    (root / "downloads" / "half.part").write_bytes(b"x" * 10_000)
    assert remove(root) > unpacked_size(release.wheels) + 10_000
    assert not root.exists()
    assert remove(root) == 0


@pytest.mark.parametrize("left", ["a folder", "a file"])
def test_what_can_not_be_removed_is_named(root: Path, left: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: Path) -> None:
        raise PermissionError(13, "Permission denied", str(path))

    root.mkdir(parents=True)
    if left == "a folder":
        (root / "left").mkdir()
    else:
        (root / "left").write_bytes(b"x")
    monkeypatch.setattr(shutil, "rmtree", refuse)
    monkeypatch.setattr(Path, "unlink", refuse)
    with pytest.raises(RuntimeFolderError, match=r"left can't be removed \(Permission denied\): close"):
        remove(root)
    monkeypatch.undo()
    assert (root / "left").exists()


def test_a_place_that_is_none_is_a_sentence(tmp_path: Path, root: Path, release: Release) -> None:
    (root / "lock").mkdir(parents=True)
    with pytest.raises(RuntimeFolderError, match=r"can't be written .*: check the folder") as caught:
        install_from(tmp_path / "published", root, nothing, never, release.lock)
    assert is_one_sentence(caught.value)
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(RuntimeFolderError, match=r"can't be made .*: check the drive") as caught:
        install_from(tmp_path / "published", tmp_path / "file" / "gpu", nothing, never, release.lock)
    assert is_one_sentence(caught.value)


def test_cancelling_is_heard_from_another_thread(root: Path, release: Release) -> None:
    wanted = threading.Event()

    def heard(phase: Phase, done: int, of: int) -> None:
        if phase == "unpacking":
            wanted.set()

    with pytest.raises(CancelledError):
        install_download(release.look_up(), root, heard, wanted.is_set, release.lock)
    assert look_at(root, release.lock).state == "absent"
