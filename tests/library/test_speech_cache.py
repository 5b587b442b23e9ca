from pathlib import Path

import pytest

from tivm_desktop.library.speech_cache import SpeechCache

SPANS = ((0.5, 2.25), (4.0, 4.75))


def test_spans_come_back_for_the_same_video_and_detector(tmp_path: Path) -> None:
    SpeechCache(tmp_path / "speech").keep("a", "silero", SPANS)
    cache = SpeechCache(tmp_path / "speech")

    assert cache.find("a", "silero") == SPANS
    assert cache.find("a", "another") is None
    assert cache.find("b", "silero") is None


def test_no_speech_is_known_too(tmp_path: Path) -> None:
    cache = SpeechCache(tmp_path)
    cache.keep("a", "silero", ())

    assert cache.find("a", "silero") == ()


@pytest.mark.parametrize(
    "content",
    [
        "",
        "[]",
        "{",
        '{"detector": "silero"}',
        '{"detector": "silero", "spans": [[2, 1]]}',
        '{"detector": "silero", "spans": [[1, "x"]]}',
        '{"detector": "silero", "spans": [[1, 2, 3]]}',
        '{"detector": "silero", "spans": 7}',
        "[" * 100_000,
    ],
)
def test_a_damaged_file_is_unknown(tmp_path: Path, content: str) -> None:
    (tmp_path / "a.json").write_text(content)

    assert SpeechCache(tmp_path).find("a", "silero") is None


def test_a_folder_that_cannot_be_made_costs_nothing(tmp_path: Path) -> None:
    (tmp_path / "speech").write_text("in the way")
    cache = SpeechCache(tmp_path / "speech")
    cache.keep("a", "silero", SPANS)

    assert cache.find("a", "silero") is None
    assert [path.name for path in tmp_path.iterdir()] == ["speech"]
