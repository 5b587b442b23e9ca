"""Pictures are shown in the colours that they were made of."""

from pathlib import Path

import numpy as np
import pytest

from tests.media.making import RED, write_named_matrix
from tivm_desktop.playback.hardware import Hardware
from tivm_desktop.playback.picture_source import open_original


@pytest.mark.parametrize(("size", "made_by"), [((64, 36), "itu601"), ((128, 720), "itu709")])
@pytest.mark.parametrize("matrix", [2, 8, 10, 14], ids=["unnamed", "ycgco", "bt2020cl", "ictcp"])
def test_a_matrix_unnamed_or_unknown_is_that_of_the_definition(
    tmp_path: Path, matrix: int, size: tuple[int, int], made_by: str
) -> None:
    video = write_named_matrix(tmp_path / "clip.mkv", RED, matrix, made_by, size)
    with open_original(video, Hardware(())) as source:
        picture = source.picture(source.first, (64, 48))
    np.testing.assert_allclose(picture.rgb[10, 5], RED, atol=4)
