"""EfficientNet-Lite0: weights of the package, and parity of the committed ONNX file on real photographs."""

import numpy as np
import pytest
import skimage.data
import torch
from skimage.transform import resize

from tivm_desktop.encoders.pack import default_pack_folder, load_pack
from tivm_desktop.encoders.sessions import create_session
from tivm_desktop.training.backbones.efficientnet_lite import EfficientNetLite0, load_efficientnet_lite0


@pytest.mark.media
@torch.no_grad()
def test_the_onnx_file_agrees_with_the_network_on_photographs() -> None:
    photographs = [skimage.data.cat(), skimage.data.coffee(), skimage.data.rocket(), skimage.data.astronaut()]
    frames = np.stack([resize(picture, (224, 224), preserve_range=True) for picture in photographs])
    frames = np.rint(frames).astype(np.uint8)
    session = create_session(load_pack(default_pack_folder()).frame.file.path, "cpu", threads=1)

    found = session.run(["features", "classes"], {"frames": frames})

    for ours, theirs in zip(found, load_efficientnet_lite0()(torch.from_numpy(frames)), strict=True):
        assert np.abs(ours - theirs.numpy()).max() <= 1e-4


def test_the_network_has_its_published_size() -> None:
    count = sum(parameter.numel() for parameter in EfficientNetLite0().parameters())

    assert count == 4_652_008
