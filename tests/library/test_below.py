"""What lies in a folder, by text and by bytes."""

import os

import pytest

from tivm_desktop.library.below import Below


@pytest.mark.parametrize(
    ("path", "in_music", "in_folder"),
    [
        ("/music/a/b/1.mp3", True, True),
        ("/music/1.mp3", True, False),
        ("/music/a", True, False),
        ("/musical/1.mp3", False, False),
        ("/music", False, False),
    ],
)
def test_what_lies_in_a_folder_is_told_by_text_as_by_bytes(
    path: str, *, in_music: bool, in_folder: bool
) -> None:
    for folder, inside in (("/", True), ("/music", in_music), ("/music/", in_music), ("/music/a", in_folder)):
        texts, raw = Below([folder]), Below([os.fsencode(folder)])
        assert texts.has_file(path) is raw.has_file(os.fsencode(path)) is inside
        itself = path == folder.rstrip("/")
        assert texts.has_folder(path) is raw.has_folder(os.fsencode(path)) is (inside or itself)


def test_one_folder_of_several_is_enough_and_without_any_nothing_lies_in_one() -> None:
    assert Below(["/video", "/music"]).has_file("/music/1.mp3")
    nowhere: Below[str] = Below([])
    assert not nowhere.has_file("/music/1.mp3")
    assert not nowhere.has_folder("/")
