"""GPU support is got, cancelled and removed by buttons, and offered only to those who have a use for it."""

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton

from tests.encoders.gpu_making import lock_of, make_wheels
from tests.gui.conftest import House
from tests.gui.settings_room import Room, furnished
from tests.online.serving import serving
from tests.online.test_gpu_support import Release
from tivm_desktop.bundle import Build
from tivm_desktop.encoders import cuda_driver, runtime_folder, runtime_wheels
from tivm_desktop.encoders.cuda_driver import Card, Driver
from tivm_desktop.encoders.runtime_wheels import RuntimeLock
from tivm_desktop.gui import dialogs
from tivm_desktop.gui.theme import Themes
from tivm_desktop.online import gpu_offer, gpu_support

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="wheels for Linux")

DOWNLOAD, FOLDER = "Download GPU support", "Add GPU support from a folder"
REMOVE, CANCEL = "Remove GPU support", "Cancel what is done with GPU support"
SEEN = Driver("libcuda.so.1", "535.1", (12, 2), (Card("NVIDIA GeForce RTX 3060", 12288, (8, 6)),))

Drive = Callable[[Driver | None], None]


@pytest.fixture
def drive(monkeypatch: pytest.MonkeyPatch) -> Drive:
    """Say what NVIDIA's driver says."""

    def say(driver: Driver | None) -> None:
        monkeypatch.setattr(cuda_driver, "ask_driver", lambda: driver)

    return say


def wanted(monkeypatch: pytest.MonkeyPatch, lock: RuntimeLock) -> None:
    """Have the program want the wheels of a test."""
    for module in (gpu_offer, gpu_support, runtime_folder):
        monkeypatch.setattr(module, "runtime_lock", lambda: lock)


@pytest.fixture
def release(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Release]:
    with serving() as served:
        made = Release(served, tmp_path / "published")
        wanted(monkeypatch, made.lock)
        yield made


def buttons(room: Room) -> set[str]:
    names = {DOWNLOAD, FOLDER, REMOVE, CANCEL}
    found = room.window.page.findChildren(QAbstractButton)
    return {button.accessibleName() for button in found if button.isVisible()} & names


def opened(room: Room, shown: str) -> None:
    """Open the page and wait until it says something."""
    room.open("computing")
    room.house.bot.waitUntil(lambda: shown in room.said())


def test_nothing_is_offered_without_a_driver(
    house: House, themes: Themes, tmp_path: Path, drive: Drive
) -> None:
    drive(None)
    room = furnished(house, themes, tmp_path)
    opened(room, "NVIDIA's driver is not found")
    assert buttons(room) == set()


def test_a_build_without_releases_says_so_and_takes_a_folder(
    house: House, themes: Themes, tmp_path: Path, drive: Drive, monkeypatch: pytest.MonkeyPatch
) -> None:
    drive(SEEN)
    wheels = make_wheels(tmp_path / "wheels")
    wanted(monkeypatch, lock_of(wheels))
    room = furnished(house, themes, tmp_path)
    opened(room, "NVIDIA GeForce RTX 3060, 12 GB of memory.")
    assert buttons(room) == {FOLDER}
    assert "This build knows no place to download" in room.said()
    monkeypatch.setattr(dialogs, "choose_wheels_folder", lambda _: None)
    room.press(FOLDER)
    monkeypatch.setattr(dialogs, "choose_wheels_folder", lambda _: tmp_path / "wheels")
    room.press(FOLDER)
    house.bot.waitUntil(lambda: "It is used from the next start on." in room.said())
    assert buttons(room) == {REMOVE}
    assert "GPU support is installed: " in room.said()
    room.press(REMOVE)
    house.bot.waitUntil(lambda: " are free again" in room.said())
    assert buttons(room) == {FOLDER}
    assert not room.profile.gpu_folder.exists()


def test_a_download_can_be_cancelled_and_goes_on(
    house: House, themes: Themes, tmp_path: Path, drive: Drive, release: Release
) -> None:
    drive(SEEN)
    room = furnished(house, themes, tmp_path, release.build)
    opened(room, "3.7 GB have to be free to install it")
    assert buttons(room) == {DOWNLOAD, FOLDER}
    assert release.served.asked == []
    assert room.find(QAbstractButton, DOWNLOAD).text() == "Download GPU support (2.0 GB)"
    room.press(DOWNLOAD)
    assert buttons(room) == {CANCEL}
    room.press(CANCEL)
    house.bot.waitUntil(lambda: "Cancelled." in room.said())
    room.press(DOWNLOAD)
    house.bot.waitUntil(lambda: "It is used from the next start on." in room.said())
    assert (room.profile.gpu_folder / release.lock.digest / "complete.json").is_file()


def test_what_goes_wrong_is_said_there(
    house: House, themes: Themes, tmp_path: Path, drive: Drive, release: Release
) -> None:
    drive(SEEN)
    release.served.files.clear()
    room = furnished(house, themes, tmp_path, release.build)
    opened(room, "3.7 GB")
    room.press(DOWNLOAD)
    house.bot.waitUntil(lambda: "127.0.0.1 has no gpu-linux" in room.said())
    assert buttons(room) == {DOWNLOAD, FOLDER}


def test_a_driver_without_a_card_and_a_damaged_folder_are_told(
    house: House, themes: Themes, tmp_path: Path, drive: Drive
) -> None:
    drive(Driver("libcuda.so.1", problem="no CUDA-capable device is detected (CUDA error 100)"))
    room = furnished(house, themes, tmp_path, Build("0.1.0"))
    (room.profile.gpu_folder / runtime_wheels.runtime_lock().digest).mkdir(parents=True)
    opened(room, "sees no card: no CUDA-capable device is detected (CUDA error 100).")
    assert "GPU support is damaged and is not used" in room.said()
    assert buttons(room) == {FOLDER, REMOVE}
