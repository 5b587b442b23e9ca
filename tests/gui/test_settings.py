"""What the window remembers, and what it makes of a file that somebody else wrote."""

from pathlib import Path

import pytest

from tivm_desktop.gui.settings import Settings


def test_what_was_remembered_is_there_at_the_next_start(tmp_path: Path) -> None:
    first = Settings(tmp_path / "window.ini")
    first.remember_music_folders([tmp_path / "a", tmp_path / "b, c"])
    first.remember_theme("light")
    first.remember_volume("music", 0.25)
    first.flush()
    second = Settings(tmp_path / "window.ini")
    assert second.music_folders == (tmp_path / "a", tmp_path / "b, c")
    assert (second.theme, second.volume("music"), second.volume("original")) == ("light", 0.25, 1.0)


@pytest.mark.parametrize(
    "kept",
    [
        "nan",
        "inf",
        "-inf",
        "1e999",
        "loud",
        "@Invalid()",
        "@ByteArray(x)",
        "@Variant(\\0\\0\\0\\x1c\\xff\\xff\\xff\\xff)",
    ],
)
def test_a_volume_that_is_none_is_the_full_one(tmp_path: Path, kept: str) -> None:
    file = tmp_path / "window.ini"
    file.write_text(f"[volume]\nmusic={kept}\n", encoding="utf-8")
    assert Settings(file).volume("music") == 1.0


@pytest.mark.parametrize(
    "kept",
    [
        "",
        "no ini at all",
        "\0\xff\n[",
        "[music]\nfolders={}\nfolder=@Invalid()\n[window]\ntheme=@ByteArray(x)\n[layout]\nwindow=text\n",
        '[music]\nfolders="[1, null, [2]]"\n[layout]\nwindow=@Variant(\\0\\0\\0\\x1c\\xff\\xff\\xff\\xff)\n',
    ],
)
def test_a_file_that_somebody_else_wrote_is_as_good_as_none(tmp_path: Path, kept: str) -> None:
    file = tmp_path / "window.ini"
    file.write_text(kept, encoding="utf-8")
    settings = Settings(file)
    assert (settings.music_folders, settings.theme, settings.layout("window")) == ((), "", None)
    settings.remember_theme("dark")
    settings.flush()
    assert Settings(file).theme == "dark"
