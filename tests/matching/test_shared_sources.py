from contextlib import closing
from pathlib import Path

import numpy as np
import pytest

from tests.library.test_shared_catalogue import change, write_catalogue
from tivm_desktop.library.attached import Attachment
from tivm_desktop.matching.shared_sources import SharedSources


@pytest.mark.parametrize(
    "damage",
    [
        "DELETE FROM about WHERE name = 'ranking_key'",
        "DELETE FROM about WHERE name = 'width'",
        "UPDATE vectors SET vector = x'00'",
        "UPDATE about SET value = '7' WHERE name = 'width'",
        "DROP TABLE roots",
    ],
)
def test_a_catalogue_that_can_not_be_read_costs_only_itself(tmp_path: Path, damage: str) -> None:
    change(write_catalogue(tmp_path / "damaged"), damage)
    write_catalogue(tmp_path / "whole")
    attachments = [Attachment(tmp_path / "damaged"), Attachment(tmp_path / "whole")]
    warnings: list[str] = []
    with closing(SharedSources(attachments, "key", "music-1", warnings.append)) as sources:
        ids, rows = sources.vectors(lambda audio_id: audio_id == "sound0")
    assert ids == ["sound1"]
    np.testing.assert_array_equal(rows, np.array([[1, np.nan, 2.5]], np.float32))
    [warning] = warnings
    assert str(tmp_path / "damaged") in warning
