"""The picture encoder on real photographs."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
import skimage.data
from numpy.typing import NDArray
from skimage.transform import resize

from tests.encoders.making import toy_frame_model, toy_pack
from tivm_desktop.encoders.frame import FrameEncoder
from tivm_desktop.encoders.pack import default_pack_folder, load_pack

Frames = NDArray[np.uint8]


@pytest.fixture(scope="module")
def encoder() -> FrameEncoder:
    return FrameEncoder(load_pack(default_pack_folder()), "cpu", threads=1)


def as_frame(picture: NDArray[np.uint8]) -> Frames:
    """The whole picture, squeezed to the encoder's square as the sampler of videos does it."""
    squeezed = resize(picture, (224, 224), order=1, anti_aliasing=True, preserve_range=True)
    return np.rint(squeezed).astype(np.uint8)[None]


@pytest.mark.media
@pytest.mark.parametrize(
    ("photograph", "right", "at_least"),
    [
        (skimage.data.cat, {"tabby", "tiger cat", "Egyptian cat"}, 0.85),
        (skimage.data.coffee, {"espresso"}, 0.8),
    ],
)
def test_a_photograph_gets_its_right_class(
    encoder: FrameEncoder, photograph: Callable[[], NDArray[np.uint8]], right: set[str], at_least: float
) -> None:
    _, classes = encoder.encode(as_frame(photograph()))

    best = encoder.classes[int(classes[0].argmax())]
    together = sum(float(classes[0, encoder.classes.index(name)]) for name in right)
    assert best in right
    assert together >= at_least


def test_an_encoder_says_what_it_is(encoder: FrameEncoder) -> None:
    assert encoder.input_size == (224, 224)
    assert (encoder.feature_dim, len(encoder.classes)) == (1280, 1000)
    assert encoder.encoder_id == load_pack(default_pack_folder()).frame.encoder_id
    assert encoder.provider == "CPU"


def test_posteriors_and_features_have_their_shapes(encoder: FrameEncoder) -> None:
    frames = np.random.default_rng(0).integers(0, 256, (11, 224, 224, 3), dtype=np.uint8)

    features, classes = encoder.encode(frames)

    assert (features.shape, features.dtype) == ((11, 1280), np.float32)
    assert classes.shape == (11, 1000)
    np.testing.assert_allclose(classes.sum(axis=1), 1.0, atol=1e-5)


def test_a_frame_gives_the_same_numbers_in_any_batch_and_with_any_threads(encoder: FrameEncoder) -> None:
    frames = np.random.default_rng(1).integers(0, 256, (9, 224, 224, 3), dtype=np.uint8)
    two_threads = FrameEncoder(load_pack(default_pack_folder()), "cpu", threads=2)

    together, _ = encoder.encode(frames)
    alone = np.concatenate([encoder.encode(frame[None])[0] for frame in frames])

    np.testing.assert_allclose(alone, together, atol=1e-5)
    np.testing.assert_allclose(two_threads.encode(frames)[0], together, atol=1e-5)


def test_no_frames_give_no_rows(encoder: FrameEncoder) -> None:
    features, classes = encoder.encode(np.zeros((0, 224, 224, 3), np.uint8))

    assert (features.shape, classes.shape) == ((0, 1280), (0, 1000))


@pytest.mark.parametrize(
    "frames", [np.zeros((1, 100, 224, 3), np.uint8), np.zeros((1, 224, 224, 3), np.float32)]
)
def test_other_shapes_and_types_are_refused(encoder: FrameEncoder, frames: Frames) -> None:
    with pytest.raises(ValueError, match="expected"):
        encoder.encode(frames)


def test_a_pack_without_classes_gives_none(tmp_path: Path) -> None:
    def without_classes(manifest: dict[str, dict[str, object]]) -> None:
        manifest["frame"].pop("classes_file")
        manifest["frame"]["outputs"] = {"features": ["frames", 3]}

    model = toy_frame_model()
    del model.graph.output[1]
    encoder = FrameEncoder(load_pack(toy_pack(tmp_path, without_classes, frame=model)), "cpu", 1)

    features, classes = encoder.encode(np.full((2, 4, 4, 3), 7, np.uint8))

    np.testing.assert_allclose(features, 7.0)
    assert classes.shape == (2, 0)
