"""musicnn: the published network, the same without its dead filters, and its ONNX file, on real music."""

import numpy as np
import pytest
import torch
from torch import Tensor, nn

from tests.encoders.making import TRACKS, read_track
from tivm_desktop.encoders.musicnn import MusicnnFrontEnd
from tivm_desktop.encoders.pack import default_pack_folder, load_pack
from tivm_desktop.encoders.sessions import create_session
from tivm_desktop.training.backbones.musicnn import (
    MSD_WEIGHTS,
    MTT_WEIGHTS,
    PATCH_FRAMES,
    Musicnn,
    PooledConv,
    load_musicnn,
)
from tivm_desktop.training.backbones.musicnn_condensed import CondensedMusicnn, filter_bounds
from tivm_desktop.training.backbones.musicnn_tags import MSD_TAGS, MTT_TAGS


@pytest.fixture(scope="module", params=[MSD_WEIGHTS, MTT_WEIGHTS])
def weights(request: pytest.FixtureRequest) -> str:
    name: str = request.param
    return name


@pytest.fixture(scope="module")
def published(weights: str) -> Musicnn:
    return load_musicnn(weights)


@pytest.fixture(scope="module")
def condensed(published: Musicnn) -> CondensedMusicnn:
    return CondensedMusicnn(published)


@pytest.fixture(scope="module")
def mel() -> Tensor:
    """Log-mel frames of ten seconds of an energetic and of a calm track."""
    names = ("energetic/energetic_electronic_2", "calm/calm_acoustic_1")
    stretches = [read_track(TRACKS / f"{name}.opus")[: 10 * 16000] for name in names]
    return torch.from_numpy(MusicnnFrontEnd().log_mel(np.concatenate(stretches)))


@pytest.fixture(scope="module")
def windows(mel: Tensor) -> Tensor:
    return torch.arange(0, len(mel) - PATCH_FRAMES, 125).unsqueeze(1) + torch.arange(PATCH_FRAMES)


@pytest.mark.parametrize(("labels", "tags"), [("MSD_LABELS", MSD_TAGS), ("MTT_LABELS", MTT_TAGS)])
def test_the_tags_are_the_packages(labels: str, tags: tuple[str, ...]) -> None:
    source = (TRACKS.parent.parent / "musicnn" / "configuration.py").read_text("utf-8")
    line = next(line for line in source.splitlines() if line.startswith(labels))

    assert [tag.strip(" '").lower() for tag in line.split("[")[1].rstrip("]").split(",")] == list(tags)


@pytest.mark.media
@torch.no_grad()
def test_the_condensed_network_is_the_published_one_on_real_music(
    published: Musicnn, condensed: CondensedMusicnn, mel: Tensor, windows: Tensor
) -> None:
    for ours, theirs in zip(condensed(mel, windows), published(mel, windows), strict=True):
        torch.testing.assert_close(ours, theirs, atol=1e-5, rtol=0)


@torch.no_grad()
@pytest.mark.parametrize("frames", [PATCH_FRAMES, 20, 1])
def test_the_condensed_network_is_the_published_one_on_anything(
    published: Musicnn, condensed: CondensedMusicnn, frames: int
) -> None:
    generator = torch.Generator().manual_seed(frames)
    everything = torch.arange(frames).unsqueeze(0)
    for mel in (
        torch.zeros(frames, 96),
        torch.full((frames, 96), 10.0),
        torch.rand(frames, 96, generator=generator) * 10.0,
        torch.randint(0, 2, (frames, 96), generator=generator) * 10.0,
    ):
        for ours, theirs in zip(condensed(mel, everything), published(mel, everything), strict=True):
            torch.testing.assert_close(ours, theirs, atol=1e-4, rtol=1e-4)


@torch.no_grad()
def test_the_bounds_of_a_filter_hold_and_can_be_reached() -> None:
    generator = torch.Generator().manual_seed(2)
    layer = PooledConv(5, 3, 2)
    layer.norm.scale.copy_(torch.tensor([1.0, -2.0, 0.5, -1.0, 3.0]))
    lowest, highest = filter_bounds(layer, -1.0, 2.0)

    for _ in range(50):
        values = layer(torch.rand(1, 1, 40, 96, generator=generator) * 3.0 - 1.0)[0]
        assert (values.amin(1) >= lowest - 1e-6).all()
        assert (values.amax(1) <= highest + 1e-6).all()
    extreme = torch.where(layer.conv.weight[0, 0] > 0, 2.0, -1.0)
    patch = torch.zeros(1, 1, 3, 96)
    patch[0, 0, :, :2] = extreme
    assert float(layer(patch)[0, 0, 1]) == pytest.approx(float(highest[0]), rel=1e-5)


@torch.no_grad()
def test_live_filters_are_few_and_dead_ones_stay_out(weights: str, condensed: CondensedMusicnn) -> None:
    convolutions = [getattr(layer, "conv", None) for layer in condensed.front]
    kept = [conv.out_channels for conv in convolutions if isinstance(conv, nn.Conv2d)]

    assert kept == {MSD_WEIGHTS: [23, 14, 3, 7, 17], MTT_WEIGHTS: [118, 81, 38, 37, 47]}[weights]


@pytest.mark.media
@torch.no_grad()
@pytest.mark.parametrize("rows", [1, 2, 7])
def test_the_onnx_file_agrees_with_the_published_networks(mel: Tensor, windows: Tensor, rows: int) -> None:
    session = create_session(load_pack(default_pack_folder()).music.file.path, "cpu", threads=1)
    windows = windows[:rows]

    found, tags = session.run(["features", "tags"], {"mel": mel.numpy(), "windows": windows.numpy()})
    features, msd = load_musicnn(MSD_WEIGHTS)(mel, windows)
    patch = mel[windows[rows // 2]]
    _, mtt = load_musicnn(MTT_WEIGHTS)(patch, torch.arange(PATCH_FRAMES).unsqueeze(0))

    np.testing.assert_allclose(found, features.numpy(), atol=1e-4)
    np.testing.assert_allclose(tags[:, :50], msd.numpy(), atol=1e-5)
    np.testing.assert_allclose(tags[:, 50:], mtt.numpy().repeat(rows, axis=0), atol=1e-5)


@pytest.mark.media
@torch.no_grad()
def test_one_pass_over_a_track_tells_what_patches_of_it_tell(mel: Tensor) -> None:
    """Windows of one pass against the published patches, padded with zeros, at the same places."""
    condensed = CondensedMusicnn(load_musicnn(MSD_WEIGHTS))
    starts = range(0, len(mel) - PATCH_FRAMES, 62)
    whole = torch.arange(PATCH_FRAMES).unsqueeze(0)
    patches = torch.cat([condensed(mel[start : start + PATCH_FRAMES], whole)[1] for start in starts])

    _, tags = condensed(mel, torch.tensor(list(starts)).unsqueeze(1) + whole)

    assert float((tags - patches).abs().mean()) < 0.006
    assert np.corrcoef(tags.flatten().numpy(), patches.flatten().numpy())[0, 1] > 0.99
