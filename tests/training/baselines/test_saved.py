from pathlib import Path

import numpy as np
import pytest

from tests.training.making import make_archive
from tivm_desktop.domain.errors import RunError
from tivm_desktop.training.baselines.canonical import CcaSettings
from tivm_desktop.training.baselines.cca import Cca, fit_cca
from tivm_desktop.training.baselines.loading import load_candidate
from tivm_desktop.training.baselines.saved import save_cca

ARCHIVE = make_archive(20, video={"embedding": 40, "motion": 1}, seed=2)


def fitted() -> Cca:
    return fit_cca(ARCHIVE, np.arange(16), settings=CcaSettings(1.0, 1.0, 3, 1.0))


def test_what_is_loaded_scores_as_what_was_saved(tmp_path: Path) -> None:
    cca, items = fitted(), np.arange(20)
    save_cca(cca, tmp_path / "cca")
    loaded = load_candidate(tmp_path / "cca")
    assert loaded.video == ("embedding", "motion")
    assert loaded.config is None
    assert np.allclose(
        loaded.scorer.similarity(ARCHIVE, items, items), cca.similarity(ARCHIVE, items, items), atol=1e-4
    )
    assert {file.name for file in (tmp_path / "cca").iterdir()} == {"config.json", "model.safetensors"}


@pytest.mark.parametrize(
    ("file", "content"),
    [
        ("config.json", b"{"),
        ("config.json", b'{"kind": "cca"}'),
        ("config.json", b'{"kind": "cca", "settings": {"colour": 1}, "video": [], "music": []}'),
        ("model.safetensors", b"nonsense"),
        ("config.json", None),
        ("model.safetensors", None),
    ],
)
def test_a_damaged_folder_is_refused_in_one_sentence(
    tmp_path: Path, file: str, content: bytes | None
) -> None:
    save_cca(fitted(), tmp_path)
    if content is None:
        (tmp_path / file).unlink()
    else:
        (tmp_path / file).write_bytes(content)
    with pytest.raises(RunError, match=str(tmp_path)) as told:
        load_candidate(tmp_path)
    assert str(told.value).endswith(".")
    assert "\n" not in str(told.value)
