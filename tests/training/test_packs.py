"""Packs built: the base one as committed, the paper's from weights of any values."""

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch

from tests.training.test_tf_checkpoint import write_v1
from tivm_desktop.domain.errors import PackError
from tivm_desktop.encoders.frame import FrameEncoder
from tivm_desktop.encoders.manifest import MANIFEST_NAME
from tivm_desktop.encoders.music import MusicEncoder
from tivm_desktop.encoders.pack import default_pack_folder, load_pack
from tivm_desktop.training.backbones import resnet, vggish
from tivm_desktop.training.packs import base
from tivm_desktop.training.packs.base import build_base_pack
from tivm_desktop.training.packs.paper import build_paper_pack

VGGISH_NAMES = {
    "features.0": "vggish/conv1",
    "features.3": "vggish/conv2",
    "features.6": "vggish/conv3/conv3_1",
    "features.8": "vggish/conv3/conv3_2",
    "features.11": "vggish/conv4/conv4_1",
    "features.13": "vggish/conv4/conv4_2",
    "embeddings.0": "vggish/fc1/fc1_1",
    "embeddings.2": "vggish/fc1/fc1_2",
    "embeddings.4": "vggish/fc2",
}


@pytest.mark.slow
def test_the_base_pack_is_built_bit_for_bit_as_committed(tmp_path: Path) -> None:
    build_base_pack(tmp_path)

    committed = default_pack_folder()
    files = {path.relative_to(committed) for path in committed.rglob("*") if path.is_file()}
    assert {path.relative_to(tmp_path) for path in tmp_path.rglob("*") if path.is_file()} == files
    for name in files - {Path(MANIFEST_NAME)}:
        assert (tmp_path / name).read_bytes() == (committed / name).read_bytes(), name
    assert without_versions(tmp_path) == without_versions(committed)


def without_versions(folder: Path) -> dict[str, Any]:
    """A manifest without the versions of torch, torchvision and onnx, which may differ."""
    manifest: dict[str, Any] = json.loads((folder / MANIFEST_NAME).read_text("utf-8"))
    del manifest["built_with"], manifest["towers"]["built_with"]
    for source in manifest["sources"]:
        if source["package"] == "torchvision":
            del source["version"]
    return manifest


def test_a_base_pack_from_other_versions_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(base.PINS, "musicnn", "9.9.9")

    with pytest.raises(PackError, match=r"musicnn==9\.9\.9"):
        build_base_pack(tmp_path)


@pytest.fixture(scope="module")
def weights(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Seeded random weights in the layouts that are published."""
    folder = tmp_path_factory.mktemp("weights")
    torch.manual_seed(7)
    frame, music = resnet.ResNet50(), vggish.Vggish()
    state = {name.removeprefix("network."): value for name, value in frame.state_dict().items()}
    state = {name.replace("classifier.", "fc."): value for name, value in state.items()}
    torch.save({k: v for k, v in state.items() if k not in ("mean", "deviation")}, folder / "resnet50.pth")
    torch.save(music.state_dict(), folder / "vggish.pth")
    arrays = {}
    for ours, theirs in VGGISH_NAMES.items():
        weight = music.state_dict()[f"{ours}.weight"].numpy()
        arrays[f"{theirs}/weights"] = weight.transpose((2, 3, 1, 0) if weight.ndim == 4 else (1, 0)).copy()
        arrays[f"{theirs}/biases"] = music.state_dict()[f"{ours}.bias"].numpy()
    write_v1(folder / "vggish_model.ckpt", arrays)
    return {path.name: path for path in folder.iterdir()}


@pytest.mark.slow
def test_a_paper_pack_is_built_loaded_and_used(tmp_path: Path, weights: dict[str, Path]) -> None:
    build_paper_pack(weights["resnet50.pth"], weights["vggish.pth"], tmp_path)

    pack = load_pack(tmp_path)
    picture, sound = FrameEncoder(pack, "cpu", 1), MusicEncoder(pack, "cpu", 1)
    random = np.random.default_rng(0)
    features, classes = picture.encode(random.integers(0, 256, (3, 224, 224, 3), dtype=np.uint8))
    assert (features.shape, classes.shape) == ((3, 2048), (3, 1000))
    np.testing.assert_allclose(classes.sum(axis=1), 1.0, atol=1e-5)

    samples = random.normal(0, 0.1, 20 * 16000 + 5000).astype(np.float32)
    rows = []
    for block in (1000, 400_000):
        stream = sound.stream()
        for start in range(0, len(samples), block):
            stream.push(samples[start : start + block])
        rows.append(stream.finish())
    assert (rows[0][0].shape, rows[0][1].shape) == ((21, 128), (21, 0))
    np.testing.assert_allclose(rows[0][0], rows[1][0], atol=1e-5)


@pytest.mark.slow
@torch.no_grad()
def test_vggish_is_the_same_from_either_publication(weights: dict[str, Path]) -> None:
    patches = torch.randn(2, 96, 64)

    port = vggish.load_vggish(weights["vggish.pth"])(patches)
    original = vggish.load_vggish(weights["vggish_model.ckpt"])(patches)

    torch.testing.assert_close(port, original, atol=0, rtol=0)


@torch.no_grad()
def test_resnet_scales_and_centres_as_torchvision_does() -> None:
    torch.manual_seed(1)
    network = resnet.ResNet50().eval()
    frames = torch.randint(0, 256, (1, 224, 224, 3), dtype=torch.uint8)
    mean, deviation = torch.tensor([0.485, 0.456, 0.406]), torch.tensor([0.229, 0.224, 0.225])

    features, classes = network(frames)
    expected = network.network(((frames / 255.0 - mean) / deviation).permute(0, 3, 1, 2))

    torch.testing.assert_close(features, expected, atol=1e-4, rtol=1e-4)
    assert classes.shape == (1, 1000)


def test_weights_of_another_network_are_refused(tmp_path: Path) -> None:
    torch.save({"features.0.weight": torch.zeros(2)}, tmp_path / "other.pth")

    with pytest.raises(PackError, match="ResNet-50"):
        resnet.load_resnet50(tmp_path / "other.pth")
    with pytest.raises(PackError, match="VGGish"):
        vggish.load_vggish(tmp_path / "other.pth")


def test_a_checkpoint_of_another_network_is_refused(tmp_path: Path) -> None:
    write_v1(tmp_path / "other.ckpt", {"a": np.zeros(3, np.float32)})

    with pytest.raises(PackError, match="without vggish"):
        vggish.load_vggish(tmp_path / "other.ckpt")
