from pathlib import Path

import pytest

from tests.encoders.making import is_one_sentence
from tests.matching.pair_files import write_manifest
from tivm_desktop.domain.errors import FileError
from tivm_desktop.matching.pair_manifest import Pair, read_pairs


def entry(name: str, **changes: object) -> dict[str, object]:
    return {"id": name, "video": f"{name}.mp4", "music": f"{name}.ogg", "group": "g", **changes}


def with_files(folder: Path, *names: str) -> None:
    for name in names:
        (folder / f"{name}.mp4").touch()
        (folder / f"{name}.ogg").touch()


def test_pairs_are_read_in_order_with_paths_relative_to_the_manifest(tmp_path: Path) -> None:
    with_files(tmp_path, "a", "b")
    elsewhere = tmp_path / "elsewhere"
    entries = [
        entry("b", video="../b.mp4", music=str(tmp_path / "b.ogg"), title="passed over"),
        entry("a", video="../a.mp4", music="../a.ogg"),
    ]
    first, second = read_pairs(write_manifest(elsewhere, entries))
    assert first == Pair("b", elsewhere / "../b.mp4", tmp_path / "b.ogg", "g")
    assert (second.id, second.music.samefile(tmp_path / "a.ogg")) == ("a", True)


def test_a_relative_manifest_gives_whole_paths(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with_files(tmp_path, "a", "b")
    write_manifest(tmp_path, [entry("a"), entry("b")])
    monkeypatch.chdir(tmp_path)
    assert all(pair.video.is_absolute() for pair in read_pairs(Path("manifest.json")))


@pytest.mark.parametrize(
    ("entries", "told"),
    [
        ({"pairs": []}, "no list"),
        ([], "0 of the two"),
        ([entry("a")], "1 of the two"),
        ([entry("a"), "b"], "Entry 2"),
        ([entry("a"), {"id": "b", "video": "b.mp4", "group": "g"}], "Entry 2 .* no `music`"),
        ([entry("a", id=7), entry("b")], "`id` of entry 1"),
        ([entry("a"), entry("b", group="")], "`group` of entry 2"),
        ([entry("a"), entry("b"), entry("a")], "the id a twice"),
        ([entry("a"), entry("b", music="gone.ogg")], "gone.ogg, of the pair b"),
        ([entry("a", video="x" * 5000), entry("b")], "of the pair a"),
        ([entry("a", video="."), entry("b")], "of the pair a"),
    ],
    ids=[
        "no list", "empty", "one", "no object", "missing key", "id no text", "empty group",
        "id twice", "file missing", "name too long", "folder for a file",
    ],
)  # fmt: skip
def test_a_faulty_manifest_is_one_sentence_that_says_what_and_where(
    tmp_path: Path, entries: object, told: str
) -> None:
    with_files(tmp_path, "a", "b")
    with pytest.raises(FileError, match=told) as caught:
        read_pairs(write_manifest(tmp_path, entries))
    assert is_one_sentence(caught.value)
    assert "manifest.json" in str(caught.value)


@pytest.mark.parametrize(
    "content", [b"", b"[{", b"\xff\xfe\xff", b"[" * 100_000], ids=["empty", "cut", "no text", "deep"]
)
def test_what_is_no_json_is_told(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "manifest.json"
    path.write_bytes(content)
    with pytest.raises(FileError, match="is not JSON") as caught:
        read_pairs(path)
    assert is_one_sentence(caught.value)
    assert caught.value.path == path


@pytest.mark.parametrize("name", ["gone.json", "."])
def test_a_manifest_that_is_not_there_is_told(tmp_path: Path, name: str) -> None:
    with pytest.raises(FileError, match="can't be read") as caught:
        read_pairs(tmp_path / name)
    assert is_one_sentence(caught.value)
