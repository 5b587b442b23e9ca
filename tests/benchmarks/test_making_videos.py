import json
from pathlib import Path

import av
import numpy as np
import pytest
from PIL import Image

from benchmarks.pictures.edits import RATE, Edit, Studio
from benchmarks.pictures.fetch import Pictures
from benchmarks.pictures.make import make_set
from benchmarks.pictures.packages import PACKAGES
from benchmarks.pictures.shots import Camera
from benchmarks.whole_path import videos_of


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    """A cache that has some pictures of one package: a red one, a blue one, and half a green one cut out."""
    folder = tmp_path / "cache" / "darknet" / PACKAGES["darknet"].folder
    folder.mkdir(parents=True)
    Image.new("RGB", (96, 54), (200, 10, 10)).save(folder / "red.png")
    Image.new("RGB", (96, 54), (10, 10, 200)).save(folder / "blue.png")
    cut = np.zeros((54, 96, 4), np.uint8)
    cut[:, 24:72] = (10, 200, 10, 255)
    Image.fromarray(cut).save(folder / "cut.png")
    return tmp_path / "cache"


def frames(video: Path) -> list[np.ndarray]:
    """(h, w, 3) of each picture."""
    with av.open(str(video)) as container:
        return [frame.to_ndarray(format="rgb24") for frame in container.decode(video=0)]


def test_pictures_of_an_unpacked_package_are_found(cache: Path) -> None:
    assert Pictures(cache).path("darknet/red.png").is_file()
    with pytest.raises(SystemExit, match=r"darknet has no green\.png"):
        Pictures(cache).path("darknet/green.png")


def test_a_set_is_videos_with_a_manifest_and_is_made_once(cache: Path, tmp_path: Path) -> None:
    edit = Edit(
        "dark-1",
        ("darknet/red.png", "darknet/blue.png"),
        2.0,
        float("inf"),
        Camera(0.1),
        (64, 36),
        mood="dark",
    )
    folder = tmp_path / "moods"
    make_set([edit], folder, Studio(Pictures(cache)))
    (entry,) = videos_of(folder)
    assert (entry["id"], entry["mood"]) == ("dark-1", "dark")
    pictures = frames(folder / entry["video"])
    assert len(pictures) == 2 * RATE
    reds = [picture[..., 0].mean() > picture[..., 2].mean() for picture in pictures]
    assert reds == [True] * RATE + [False] * RATE
    (folder / entry["video"]).unlink()
    make_set([edit], folder, Studio(Pictures(cache)))
    assert not (folder / entry["video"]).exists()


def test_a_cut_out_lies_on_its_backdrop(cache: Path, tmp_path: Path) -> None:
    edit = Edit("one", ("darknet/cut.png|darknet/red.png",), 0.2, 1.0, Camera(0.0, 9.0), (64, 36))
    Studio(Pictures(cache)).make(edit, tmp_path / "one.mp4")
    seen = frames(tmp_path / "one.mp4")[0].reshape(-1, 3).astype(int)
    assert (seen[:, 1] > seen[:, 0] + 60).any()
    assert (seen[:, 0] > seen[:, 1] + 60).any()


def test_a_folder_without_manifest_is_told(tmp_path: Path) -> None:
    with pytest.raises(SystemExit, match=r"no manifest\.json"):
        videos_of(tmp_path)


def test_manifests_are_json_lists(tmp_path: Path) -> None:
    (tmp_path / "manifest.json").write_text(json.dumps([{"id": "a", "video": "a.mp4"}]))
    assert videos_of(tmp_path) == [{"id": "a", "video": "a.mp4"}]
