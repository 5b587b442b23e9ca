"""Maps from columns of files to those of an archive."""

import json
from pathlib import Path

import numpy as np
import pytest

from tests.encoders.making import is_one_sentence, toy_pack
from tests.training.towers.making import PLAIN, paired, untrained
from tivm_desktop.cli import main
from tivm_desktop.domain.column_matching import level_and_spread, population
from tivm_desktop.domain.errors import FileError
from tivm_desktop.encoders.pack import load_pack
from tivm_desktop.training.archives.archive import write_archive
from tivm_desktop.training.towers.matching import matching_of, read_population

CHANGE = 3.0


def files(path: Path, **changes: object) -> Path:
    """Quantiles of files whose notes are as many as the archive's, and three more."""
    archive = paired()
    column = archive.music["note_density"]
    spans = zip(archive.offsets[:-1], archive.offsets[1:], strict=True)
    means, deviations = population(column[first:end] + np.float32(CHANGE) for first, end in spans)
    columns = {"note_density": {"means": means.tolist(), "deviations": deviations.tolist()}}
    path.write_text(json.dumps({"source": "made-up files", "columns": columns} | changes))
    return path


def test_files_are_mapped_onto_the_archive(tmp_path: Path) -> None:
    archive = paired()
    run = untrained(tmp_path / "run", archive, tower=PLAIN)
    match = matching_of(run, archive, read_population(files(tmp_path / "files.json")), ["note_density"])
    column = archive.music["note_density"]
    for first, end in zip(archive.offsets[:-1], archive.offsets[1:], strict=True):
        mapped = match["note_density"](column[first:end] + np.float32(CHANGE))
        np.testing.assert_allclose(
            level_and_spread(mapped), level_and_spread(column[first:end]), atol=0.35, rtol=0.2
        )


def test_a_pack_says_what_is_matched_and_by_which_files(tmp_path: Path) -> None:
    run = untrained(tmp_path / "run", paired(), tower=PLAIN).folder
    write_archive(paired(), tmp_path / "pairs.npz", np.float32)
    words = ["export", run, "--pack", tmp_path / "mine", "--base", toy_pack(tmp_path / "toy")]
    words += ["--data", tmp_path / "pairs.npz", "--match", "note_density"]
    words += ["--files", files(tmp_path / "files.json")]
    assert main([*map(str, words)]) == 0
    towers = load_pack(tmp_path / "mine").towers
    assert towers is not None
    assert set(towers.matching) == {"note_density"}
    card = (tmp_path / "mine" / "MODEL_CARD.md").read_text()
    assert "made-up files" in card
    assert "matched in distribution" in card


@pytest.mark.parametrize("option", ["--files", "--data"])
def test_matching_needs_files_and_data(
    tmp_path: Path, option: str, capsys: pytest.CaptureFixture[str]
) -> None:
    run = untrained(tmp_path / "run", paired(), tower=PLAIN).folder
    write_archive(paired(), tmp_path / "pairs.npz", np.float32)
    given = {"--files": files(tmp_path / "files.json"), "--data": tmp_path / "pairs.npz"}
    words = ["export", run, "--pack", tmp_path / "mine", "--base", toy_pack(tmp_path / "toy")]
    words += ["--match", "note_density", option, given[option]]
    assert main([*map(str, words)]) == 1
    assert "--match needs --files and --data" in capsys.readouterr().err


@pytest.mark.parametrize("name", ["clip", "loudness"])
def test_a_column_that_is_not_in_both_is_refused(tmp_path: Path, name: str) -> None:
    run = untrained(tmp_path / "run", paired(), tower=PLAIN)
    known = read_population(files(tmp_path / "files.json"))
    with pytest.raises(FileError, match=name) as caught:
        matching_of(run, paired(), known, [name])
    assert is_one_sentence(caught.value)


def test_quantiles_of_another_shape_are_refused(tmp_path: Path) -> None:
    run = untrained(tmp_path / "run", paired(), tower=PLAIN)
    short = {"note_density": {"means": [[0, 1]], "deviations": [[0, 1]]}}
    known = read_population(files(tmp_path / "files.json", columns=short))
    with pytest.raises(FileError, match="another shape"):
        matching_of(run, paired(), known, ["note_density"])


@pytest.mark.parametrize(
    "content", [None, "{", "[]", "{}", '{"source": "x", "columns": {"a": {"means": 1}}}']
)
def test_a_file_that_is_none_is_one_sentence(tmp_path: Path, content: str | None) -> None:
    path = tmp_path / "files.json"
    if content is not None:
        path.write_text(content)
    with pytest.raises(FileError, match=r"files\.json") as caught:
        read_population(path)
    assert is_one_sentence(caught.value)
