"""Every piece that computing on a card takes is looked at by itself; the first that is lacking is named."""

import ctypes
import sys
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from tests.encoders.making import toy_pack
from tivm_desktop.encoders import cuda_driver, cuda_parts
from tivm_desktop.encoders.cuda_driver import Card, Driver, closed_devices
from tivm_desktop.encoders.cuda_libraries import Library, cuda_libraries
from tivm_desktop.encoders.cuda_parts import Part, first_missing
from tivm_desktop.encoders.frame import FrameEncoder
from tivm_desktop.encoders.pack import load_pack
from tivm_desktop.encoders.sessions import available_providers

CARD = Card("NVIDIA GeForce RTX 3060", 12288, (8, 6))
GOOD = Driver("libcuda.so.1", "535.183.01", (12, 2), (CARD,))
Drive = Callable[[Driver | None], dict[str, Part]]


@pytest.fixture
def drive(monkeypatch: pytest.MonkeyPatch) -> Drive:
    """Say what NVIDIA's driver says; return the pieces by name."""

    def say(driver: Driver | None) -> dict[str, Part]:
        monkeypatch.setattr(cuda_parts, "ask_driver", lambda: driver)
        monkeypatch.setattr(cuda_parts, "cuda_libraries", lambda major: (Library(f"libcudart.so.{major}"),))
        return {part.name: part for part in cuda_parts.cuda_parts()}

    return say


class FakeCuda:
    """A driver's library that answers as it is told."""

    def __init__(self, cuda: int = 12020, init: int = 0, cards: int = 1) -> None:
        self.answers = (cuda, init, cards)

    def cuDriverGetVersion(self, number: "ctypes._Pointer[ctypes.c_int]") -> int:  # noqa: N802
        ctypes.cast(number, ctypes.POINTER(ctypes.c_int))[0] = self.answers[0]
        return 0

    def cuInit(self, _: int) -> int:  # noqa: N802
        return self.answers[1]

    def cuDeviceGetCount(self, number: "ctypes._Pointer[ctypes.c_int]") -> int:  # noqa: N802
        ctypes.cast(number, ctypes.POINTER(ctypes.c_int))[0] = self.answers[2]
        return 0

    def cuDeviceGet(self, *_: object) -> int:  # noqa: N802
        return 0

    def cuDeviceGetName(self, name: "ctypes.Array[ctypes.c_char]", *_: object) -> int:  # noqa: N802
        name.value = b"A card"
        return 0

    def cuDeviceTotalMem_v2(self, *_: object) -> int:  # noqa: N802
        return 0

    def cuDeviceGetAttribute(self, *_: object) -> int:  # noqa: N802
        return 0

    def cuGetErrorString(self, status: int, words: "ctypes._Pointer[ctypes.c_char_p]") -> int:  # noqa: N802
        ctypes.cast(words, ctypes.POINTER(ctypes.c_char_p))[0] = f"said {status}".encode()
        return 0


def asked(monkeypatch: pytest.MonkeyPatch, library: FakeCuda) -> Driver:
    """What the driver of this library says."""
    monkeypatch.setattr(ctypes, "CDLL", lambda _: library)
    driver = cuda_driver.ask_driver()
    assert driver is not None
    return driver


def test_without_a_driver_that_is_what_to_see_to(drive: Drive) -> None:
    parts = drive(None)
    assert not parts["driver"].there
    assert "525 or newer" in parts["driver"].remedy
    assert (parts["card"].there, parts["card"].remedy) == (False, "")
    assert first_missing() == parts["driver"]


def test_a_good_driver_and_card_are_named(drive: Drive) -> None:
    parts = drive(GOOD)
    assert parts["driver"] == Part("driver", True, "535.183.01, speaks CUDA 12.2")
    assert "RTX 3060 (12288 MiB, compute capability 8.6)" in parts["card"].says
    assert first_missing() == (parts["libcudart.so.12"] if parts["runtime"].there else parts["runtime"])


def test_a_driver_that_is_too_old_is_named(drive: Drive) -> None:
    parts = drive(Driver("libcuda.so.1", "470.1", (11, 4), (CARD,)))
    assert not parts["driver"].there
    assert parts["driver"].remedy == "install a newer one, 525 or later"


def test_a_driver_without_cards_is_no_card(drive: Drive) -> None:
    parts = drive(Driver("libcuda.so.1", "535.1", (12, 2), problem="no device (CUDA error 100)"))
    assert parts["driver"].there
    assert parts["card"].says == "no device (CUDA error 100)"
    assert "restart" in parts["card"].remedy


def test_a_library_that_is_lacking_is_named_with_what_brings_it(drive: Drive) -> None:
    part = drive(GOOD)["libcudart.so.12"]
    assert not part.there
    assert "tivm gpu install" in part.remedy


def test_the_driver_is_asked_for_its_cuda_and_its_cards(monkeypatch: pytest.MonkeyPatch) -> None:
    driver = asked(monkeypatch, FakeCuda())
    assert (driver.cuda, driver.cards, driver.problem) == ((12, 2), (Card("A card", 0, (0, 0)),), "")


@pytest.mark.parametrize(
    ("library", "problem"),
    [(FakeCuda(init=803), "said 803 (CUDA error 803)"), (FakeCuda(cards=0), "said 100 (CUDA error 100)")],
)
def test_what_the_driver_says_is_wrong_is_passed_on(
    monkeypatch: pytest.MonkeyPatch, library: FakeCuda, problem: str
) -> None:
    driver = asked(monkeypatch, library)
    assert (driver.cards, driver.problem) == ((), problem)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="device files are Linux's")
def test_devices_that_may_not_be_opened_are_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("nvidia0", "nvidiactl", "nvidia-uvm", "nvidia-caps", "null"):
        (tmp_path / name).touch()
    assert closed_devices(tmp_path) == ()
    monkeypatch.setattr("os.access", lambda path, _: path.name != "nvidia-uvm")
    assert closed_devices(tmp_path) == (tmp_path / "nvidia-uvm",)


@pytest.mark.parametrize(("major", "cufft"), [(12, "11"), (13, "12")])
def test_the_libraries_are_those_of_the_runtime_s_cuda(major: int, cufft: str) -> None:
    names = [library.name for library in cuda_libraries(major)]
    assert len(names) == len(set(names)) == 8
    if sys.platform.startswith("linux"):
        assert {f"libcudart.so.{major}", f"libcublas.so.{major}", f"libcufft.so.{cufft}"} < set(names)


def test_a_real_card_computes_what_the_processor_does(tmp_path: Path) -> None:
    if not cuda_driver.driver_is_there() or "CUDA" not in available_providers():
        pytest.skip("no NVIDIA card with a runtime for it here")
    pack = load_pack(toy_pack(tmp_path))
    width, height = pack.frame.input_size
    pictures = np.random.default_rng(7).integers(0, 256, (2, height, width, 3), np.uint8)
    on_card, on_processor = FrameEncoder(pack, "cuda", 1), FrameEncoder(pack, "cpu", 1)
    assert (on_card.provider, on_processor.provider) == ("CUDA", "CPU")
    for one, other in zip(on_card.encode(pictures), on_processor.encode(pictures), strict=True):
        np.testing.assert_allclose(one, other, atol=1e-2, rtol=1e-2)
