"""Names that come out of tags, and names that are taken."""

from pathlib import Path

import pytest

from tivm_desktop.handoff.names import first_free, preview_name, safe


def test_a_preview_is_named_after_video_and_track() -> None:
    assert preview_name(Path("/v/cut.v2.mov"), "Blue Sky", ".mov") == "cut.v2 – Blue Sky.mov"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("../../etc/passwd", "etc-passwd"),
        ("a\\b:c|d", "a-b-c-d"),
        ('What? "No" <really>*', "What- -No- -really"),
        ("two\nlines\tand\x00nul", "two lines andnul"),
        ("\u202egnp.exe", "gnp.exe"),
        ("...", ""),
        ("  ", ""),
        ("CON", "_CON"),
        ("lpt1.txt", "_lpt1.txt"),
        ("Ma\u0308dchen", "M\u00e4dchen"),
        ("音楽", "音楽"),
        ("broken \udcff tag", "broken ? tag".replace("?", "-")),
    ],
)
def test_a_title_never_leaves_its_folder_or_line(text: str, expected: str) -> None:
    assert safe(text) == expected


def test_a_title_that_says_nothing_leaves_the_video_s_name() -> None:
    assert preview_name(Path("cut.mp4"), "///", ".mp4") == "cut.mp4"
    assert preview_name(Path("....mp4"), "", ".mp4") == "preview.mp4"


@pytest.mark.parametrize("letter", ["x", "ä", "楽", "🎵"])
def test_long_names_are_cut_between_characters(letter: str) -> None:
    name = preview_name(Path("cut.mp4"), letter * 400, ".mp4")
    assert name.startswith(f"cut – {letter}")
    assert name.endswith(f"{letter}.mp4")
    assert 170 < len(name.encode()) <= 184


def test_a_name_that_is_taken_gets_a_number(tmp_path: Path) -> None:
    wanted = tmp_path / "cut.mp4"
    assert first_free(wanted) == wanted
    wanted.touch()
    assert first_free(wanted) == tmp_path / "cut 2.mp4"
    (tmp_path / "cut 2.mp4").symlink_to(tmp_path / "nowhere")
    assert first_free(wanted) == tmp_path / "cut 3.mp4"
