"""VGGish's way of reading a track: a patch for each second begun, whatever the blocks."""

from pathlib import Path

import numpy as np
import onnx
import pytest
from onnx import TensorProto, helper

from tivm_desktop.domain.arrays import FloatArray
from tivm_desktop.encoders.entries import FileEntry
from tivm_desktop.encoders.manifest import MusicSpec
from tivm_desktop.encoders.sessions import Session, create_session
from tivm_desktop.encoders.vggish import (
    BANDS,
    PATCH_FRAMES,
    PATCH_SAMPLES,
    RATE_HZ,
    VggishFrontEnd,
    VggishStream,
)


@pytest.fixture(scope="module")
def session(tmp_path_factory: pytest.TempPathFactory) -> Session:
    """A graph that gives the mean of each band over a patch."""
    patches = helper.make_tensor_value_info("patches", TensorProto.FLOAT, ["rows", PATCH_FRAMES, BANDS])
    features = helper.make_tensor_value_info("features", TensorProto.FLOAT, ["rows", BANDS])
    node = helper.make_node("ReduceMean", ["patches"], ["features"], axes=[1], keepdims=0)
    model = helper.make_model(
        helper.make_graph([node], "toy", [patches], [features]), opset_imports=[helper.make_opsetid("", 17)]
    )
    model.ir_version = 8
    path = tmp_path_factory.mktemp("model") / "toy.onnx"
    onnx.save(model, path)
    return create_session(path, "cpu", threads=1)


def encoded(session: Session, samples: FloatArray, block: int) -> tuple[FloatArray, FloatArray]:
    spec = MusicSpec(FileEntry(Path("toy.onnx"), ""), "toy", "vggish", BANDS, {}, {}, RATE_HZ)
    stream = VggishStream(session, spec)
    for first in range(0, len(samples), block):
        stream.push(samples[first : first + block])
    return stream.finish()


def noise(length: int) -> FloatArray:
    return np.random.default_rng(length).normal(0, 0.1, length).astype(np.float32)


def patch(samples: FloatArray, start: int) -> FloatArray:
    """What the graph gives for the patch that begins there."""
    return VggishFrontEnd().log_mel(samples[start : start + PATCH_SAMPLES]).mean(axis=0)


@pytest.mark.parametrize("block", [977, RATE_HZ, 10_000_000])
def test_rows_do_not_depend_on_the_blocks(session: Session, block: int) -> None:
    samples = noise(35 * RATE_HZ + 4000)

    features, tags = encoded(session, samples, block)

    assert (features.shape, tags.shape) == ((36, BANDS), (36, 0))
    for second in (0, 15, 16, 31, 34):
        np.testing.assert_allclose(features[second], patch(samples, second * RATE_HZ), atol=1e-5)


def test_the_last_patch_is_moved_back_inside_the_track(session: Session) -> None:
    samples = noise(3 * RATE_HZ + 100)

    features, _ = encoded(session, samples, RATE_HZ)

    np.testing.assert_allclose(features[3], patch(samples, len(samples) - PATCH_SAMPLES), atol=1e-5)


@pytest.mark.parametrize(
    ("samples", "rows"),
    [(0, 1), (1, 1), (PATCH_SAMPLES, 1), (RATE_HZ, 1), (RATE_HZ + 1, 2), (16 * RATE_HZ, 16)],
)
def test_there_is_a_row_for_every_started_second(session: Session, samples: int, rows: int) -> None:
    features, tags = encoded(session, noise(samples), RATE_HZ)

    assert (features.shape, features.dtype) == ((rows, BANDS), np.float32)
    assert tags.shape == (rows, 0)
    assert np.isfinite(features).all()
