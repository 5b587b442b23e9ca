"""Livelier, brighter footage asks for livelier music, slower and darker for calmer; a mirror changes nothing.

Made of real photographs by real encoders; the music is the default pack's reference library.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pytest
import skimage
from numpy.typing import NDArray
from PIL import Image
from scipy.stats import spearmanr

from tests.media.making import Picture, panned, write_video
from tivm_desktop.domain.axes import AXES
from tivm_desktop.domain.fusion import Fusion, Vectors, fit_of
from tivm_desktop.domain.progress import no_progress
from tivm_desktop.domain.reference import reference_vectors
from tivm_desktop.encoders.pack import Pack, default_pack_folder
from tivm_desktop.matching.analyse_video import analyse_video
from tivm_desktop.matching.packs import calibration_of
from tivm_desktop.matching.ranker import Ranker
from tivm_desktop.matching.tools import AnalysisTools, ToolMaker

pytestmark = [pytest.mark.media, pytest.mark.slow]

RATE = 25
LENGTH_S = 12
SIZE = (256, 144)
PHOTOS = ("astronaut.png", "coffee.png", "rocket.jpg", "motorcycle_left.png")
TOP = 40


@dataclass(frozen=True)
class Edit:
    """How the same photographs are filmed."""

    shot_s: float = 4.0
    pixels_a_frame: float = 0.4
    gamma: float = 1.0
    mirrored: bool = False

    def frames(self) -> Iterator[Picture]:
        places = [_place(name) for name in PHOTOS]
        for number in range(RATE * LENGTH_S):
            shot, inside = divmod(number, round(self.shot_s * RATE))
            seen = panned(places[shot % len(places)], self.pixels_a_frame * inside, SIZE)
            lit = (255 * (seen / 255.0) ** self.gamma).astype(np.uint8)
            yield lit[:, ::-1].copy() if self.mirrored else lit


LIVELY = Edit(shot_s=0.8, pixels_a_frame=2.0, gamma=0.6)
PLAIN = Edit()
CALM = Edit(shot_s=12.0, pixels_a_frame=0.05, gamma=2.0)


def _place(name: str) -> Picture:
    with Image.open(Path(skimage.__file__).parent / "data" / name) as picture:
        return np.asarray(picture.convert("RGB").resize((2 * SIZE[0], SIZE[1])))


class Judge:
    """The default pack's library, ranked for footage."""

    def __init__(self, tools: AnalysisTools, pack: Pack) -> None:
        self._tools, self._ranker = tools, Ranker(pack)
        calibration = calibration_of(pack)
        self._library = reference_vectors(calibration.reference_tracks)
        fusion = Fusion(reference_vectors(calibration.reference_videos), self._library)
        self._tracks = [fusion.track(one) for one in self._library]

    def fits(
        self, edit: Edit, path: Path, codec: str = "libx264", options: dict[str, str] | None = None
    ) -> NDArray[np.float64]:
        """(R,) of the library's tracks."""
        write_video(path, list(edit.frames()), rate=RATE, codec=codec, options=options)
        video = self._ranker.video(analyse_video(self._tools, path, progress=no_progress)).measured
        return np.array([fit_of(video, track) for track in self._tracks])

    def energy_on_top(self, fits: NDArray[np.float64]) -> float:
        """Mean energy of the best tracks, in deviations of the library's."""
        best = np.argsort(-fits)[:TOP]
        return float(np.mean([_energy(self._library[place]) for place in best]))


def _energy(track: Vectors) -> float:
    return float(track["affect"][AXES.index("energy")])


@pytest.fixture(scope="module")
def judge() -> Judge:
    tools = ToolMaker(default_pack_folder(), "cpu")()
    return Judge(tools, tools.pack)


def test_livelier_footage_asks_for_livelier_music(judge: Judge, tmp_path: Path) -> None:
    lively, plain, calm = (
        judge.energy_on_top(judge.fits(edit, tmp_path / f"{name}.mp4"))
        for name, edit in (("lively", LIVELY), ("plain", PLAIN), ("calm", CALM))
    )
    assert lively > plain + 0.2
    assert plain > calm + 0.2


def test_each_change_alone_moves_the_same_way(judge: Judge, tmp_path: Path) -> None:
    plain = judge.energy_on_top(judge.fits(PLAIN, tmp_path / "plain.mp4"))
    faster = judge.energy_on_top(judge.fits(Edit(pixels_a_frame=1.5), tmp_path / "faster.mp4"))
    cut = judge.energy_on_top(judge.fits(Edit(shot_s=0.8), tmp_path / "cut.mp4"))
    slower = judge.energy_on_top(judge.fits(Edit(pixels_a_frame=0.05), tmp_path / "slower.mp4"))
    assert faster > plain
    assert cut > plain
    assert slower < plain


def test_mirrored_or_encoded_anew_the_order_stays(judge: Judge, tmp_path: Path) -> None:
    plain = judge.fits(PLAIN, tmp_path / "plain.mp4")
    mirrored = judge.fits(Edit(mirrored=True), tmp_path / "mirrored.mp4")
    coarse = judge.fits(PLAIN, tmp_path / "coarse.mp4", options={"crf": "32"})
    other = judge.fits(PLAIN, tmp_path / "other.webm", codec="libvpx-vp9")
    assert spearmanr(plain, mirrored).statistic >= 0.95
    assert spearmanr(plain, coarse).statistic >= 0.95
    assert spearmanr(plain, other).statistic >= 0.95
