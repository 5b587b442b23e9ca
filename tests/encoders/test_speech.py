"""The committed speech pack: checked before use, not moved by cutting the sound or by music."""

import hashlib
import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import pytest
from numpy.typing import NDArray
from onnx import TensorProto, helper

from tests.encoders.making import TRACKS, is_one_sentence, read_track
from tivm_desktop.domain.errors import PackError
from tivm_desktop.encoders.pack import list_packs
from tivm_desktop.encoders.speech import FRAME_S, FRAME_SAMPLES, RATE_HZ, SpeechDetector
from tivm_desktop.encoders.speech_pack import default_speech_folder, load_speech_pack


@pytest.fixture(scope="module")
def detector() -> SpeechDetector:
    return SpeechDetector(load_speech_pack(default_speech_folder()))


def heard(detector: SpeechDetector, samples: NDArray[np.float32], block: int) -> NDArray[np.float32]:
    stream = detector.stream()
    for first in range(0, len(samples), block):
        stream.push(samples[first : first + block])
    return stream.finish()


def spoiled(folder: Path, change: Callable[[dict[str, Any]], object]) -> Path:
    """A copy of the pack whose manifest `change` has altered."""
    shutil.copytree(default_speech_folder(), folder)
    manifest = json.loads((folder / "speech.json").read_text("utf-8"))
    change(manifest)
    (folder / "speech.json").write_text(json.dumps(manifest), "utf-8")
    return folder


def test_the_pack_is_whole_licensed_and_not_among_those_that_rank() -> None:
    folder = default_speech_folder()
    pack = load_speech_pack(folder)

    assert pack.detector_id.startswith("silero-vad-6+silero-512-64-16k-v1@")
    for source in pack.sources:
        assert source.licence == "MIT"
        assert "Permission is hereby granted" in (folder / source.licence_file).read_text("utf-8")
    assert folder not in list_packs()


def test_a_missing_pack_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(PackError, match=r"speech\.json") as caught:
        load_speech_pack(tmp_path)
    assert is_one_sentence(caught.value)


@pytest.mark.parametrize("name", ["speech_detector.onnx", "MODEL_CARD.md", "LICENSES/MIT-silero-vad.txt"])
@pytest.mark.parametrize("missing", [True, False])
def test_a_missing_or_altered_file_is_refused(tmp_path: Path, name: str, missing: bool) -> None:  # noqa: FBT001
    folder = spoiled(tmp_path / "pack", lambda manifest: None)
    if missing:
        (folder / name).unlink()
    else:
        (folder / name).write_bytes((folder / name).read_bytes() + b"\0")

    with pytest.raises(PackError, match=Path(name).name) as caught:
        load_speech_pack(folder)
    assert is_one_sentence(caught.value)


@pytest.mark.parametrize(
    "change",
    [
        lambda manifest: manifest.update(format=2),
        lambda manifest: manifest.pop("detector"),
        lambda manifest: manifest["detector"].update(inputs={"input": ["frames", 576]}),
        lambda manifest: manifest["detector"].update(file="../speech_detector.onnx"),
        lambda manifest: manifest["sources"].append("somewhere"),
    ],
)
def test_a_manifest_that_is_not_true_is_refused(tmp_path: Path, change: Callable[[Any], object]) -> None:
    with pytest.raises(PackError) as caught:
        load_speech_pack(spoiled(tmp_path / "pack", change))
    assert is_one_sentence(caught.value)


def test_a_detector_that_wants_more_than_sound_is_refused(tmp_path: Path) -> None:
    folder = default_speech_folder()
    model = onnx.load(folder / "speech_detector.onnx")
    model.graph.input.append(helper.make_tensor_value_info("pitch", TensorProto.FLOAT, [1]))
    content = model.SerializeToString()

    def change(manifest: dict[str, Any]) -> None:
        manifest["detector"]["inputs"]["pitch"] = [1]
        manifest["detector"]["sha256"] = hashlib.sha256(content).hexdigest()

    changed = spoiled(tmp_path / "pack", change)
    (changed / "speech_detector.onnx").write_bytes(content)
    with pytest.raises(PackError, match=r"speech_detector\.onnx") as caught:
        SpeechDetector(load_speech_pack(changed))
    assert is_one_sentence(caught.value)


def test_an_unknown_preprocessing_is_refused(tmp_path: Path) -> None:
    folder = spoiled(tmp_path / "pack", lambda manifest: manifest["detector"].update(preprocessing="other"))

    with pytest.raises(PackError, match="other") as caught:
        SpeechDetector(load_speech_pack(folder))
    assert is_one_sentence(caught.value)


@pytest.mark.parametrize("samples", [0, 1, FRAME_SAMPLES, 3 * FRAME_SAMPLES + 1, 700 * FRAME_SAMPLES + 5])
def test_one_probability_for_each_begun_frame_however_the_sound_is_cut(
    detector: SpeechDetector, samples: int
) -> None:
    sound = np.random.default_rng(1).normal(0, 0.05, samples).astype(np.float32)

    whole = heard(detector, sound, max(samples, 1))

    assert whole.shape == (-(-samples // FRAME_SAMPLES),)
    np.testing.assert_allclose(heard(detector, sound, 5000), whole, atol=1e-6)


def test_silence_noise_and_music_are_no_speech(detector: SpeechDetector) -> None:
    noise = np.random.default_rng(2).normal(0, 0.1, 5 * RATE_HZ).astype(np.float32)
    music = read_track(next(iter(sorted(TRACKS.rglob("*.opus")))))[: 30 * RATE_HZ]

    for sound in (np.zeros(5 * RATE_HZ, np.float32), noise, music):
        assert np.mean(heard(detector, sound, RATE_HZ) > 0.5) < 0.02


@pytest.mark.media
def test_the_lines_of_a_trailer_are_heard(detector: SpeechDetector) -> None:
    trailer = Path(__file__).parents[3] / "shared" / "media" / "sintel_trailer_720p.mp4"
    if not trailer.is_file():
        pytest.skip(f"the trailer is not at {trailer}")

    likely = heard(detector, read_track(trailer), RATE_HZ)

    spoken = [float(likely[int(begin / FRAME_S) : int(end / FRAME_S)].max()) for begin, end in LINES]
    silent = likely[: int(5.0 / FRAME_S)]
    assert min(spoken) > 0.8
    assert silent.max() < 0.1


LINES = ((12.0, 15.0), (18.5, 20.5), (36.5, 39.0), (41.5, 44.0))
"""When the four lines of the trailer are spoken."""
