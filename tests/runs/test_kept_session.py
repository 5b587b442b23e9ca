"""What was kept is read as it was, and whatever else is in its file does no harm."""

import json
import math
import os
from dataclasses import fields
from pathlib import Path

import pytest

from tivm_desktop.domain.errors import FileError
from tivm_desktop.domain.finding import Query
from tivm_desktop.runs.kept_session import KeptSession, read_session, write_session

VIDEO, TRACK = Path("/v/cut.mp4"), Path("/music/a.opus")
FULL = KeptSession(
    VIDEO,
    position_s=12.345,
    playing=True,
    range=(3.0, math.inf),
    loop=True,
    track=TRACK,
    placement_s=-1.5,
    moved={TRACK: -1.5},
    pinned=(TRACK, Path("/music/b.opus")),
    query=Query(
        text="piano",
        length_s=(30.0, 240.0),
        tempo_bpm=(90.0, math.inf),
        loudness_lufs=(-30.0, -8.0),
        energy=(0.0, 1.0),
        valence=(-math.inf, -0.5),
        tension=(0.25, math.inf),
        keys=frozenset({(9, "minor")}),
        vocals=False,
        favourite=True,
        least_rating=3,
        tags=frozenset({"calm", "Größe"}),
        never=True,
        folder="/music",
    ),
)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "session.json"


@pytest.mark.parametrize("session", [FULL, KeptSession(VIDEO)])
def test_what_is_kept_comes_back(file: Path, session: KeptSession) -> None:
    write_session(file, session)
    assert read_session(file) == session
    assert [entry.name for entry in file.parent.iterdir()] == [file.name]


def test_nothing_of_a_session_is_left_out() -> None:
    assert [part.name for part in fields(FULL) if getattr(FULL, part.name) == part.default] == []
    assert [part.name for part in fields(Query) if getattr(FULL.query, part.name) == part.default] == []


def test_a_name_that_is_no_text_comes_back(file: Path) -> None:
    odd = KeptSession(Path(os.fsdecode(b"/v/\xff\xe9.mp4")))
    write_session(file, odd)
    assert read_session(file) == odd


def test_nothing_kept_is_nothing(file: Path) -> None:
    assert read_session(file) is None


def test_every_beginning_of_a_file_is_nothing(file: Path) -> None:
    write_session(file, FULL)
    whole = file.read_bytes()
    for length in range(0, len(whole), 7):
        file.write_bytes(whole[:length])
        assert read_session(file) is None


@pytest.mark.parametrize(
    "content",
    [
        b"\0" * 100,
        b"\xff\xfe",
        b"[]",
        b"null",
        b"7",
        b'{"format": 2, "video": "/v/cut.mp4"}',
        b'{"format": 1}',
        b'{"format": 1, "video": 3}',
        b'{"format": 1, "video": "cut.mp4"}',
        b'{"format": 1, "video": "/a\\u0000b"}',
        b"[" * 100_000,
    ],
)
def test_what_is_not_understood_is_nothing(file: Path, content: bytes) -> None:
    file.write_bytes(content)
    assert read_session(file) is None


def test_parts_that_are_strange_are_left_out(file: Path) -> None:
    strange = {
        "position_s": "soon",
        "playing": 1,
        "range": [1],
        "loop": "yes",
        "track": "a.opus",
        "moved": {"/music/a.opus": "x", "b": 2, "/music/c.opus": 1},
        "pinned": [1, "/music/a.opus"],
        "query": {"text": 5, "keys": [[99, "minor"], [[], []], 3], "tags": [1, "calm"], "least_rating": 9},
    }
    file.write_text(json.dumps({"format": 1, "video": str(VIDEO), **strange}))
    assert read_session(file) == KeptSession(
        VIDEO,
        moved={Path("/music/c.opus"): 1.0},
        pinned=(TRACK,),
        query=Query(tags=frozenset({"calm"})),
    )


@pytest.mark.parametrize("value", ["NaN", "Infinity", "-5", "1e999", "true"])
def test_a_position_is_a_time(file: Path, value: str) -> None:
    file.write_text(f'{{"format": 1, "video": "/v/cut.mp4", "position_s": {value}}}')
    assert read_session(file) == KeptSession(VIDEO)


def test_what_can_not_be_written_is_told_and_leaves_what_was(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: Path, content: bytes, *, durable: bool) -> None:
        raise OSError(28, "No space left on device")

    write_session(file, FULL)
    monkeypatch.setattr("tivm_desktop.runs.kept_session.write_whole", full)
    with pytest.raises(FileError, match=r"session\.json.*make room"):
        write_session(file, KeptSession(VIDEO))
    assert read_session(file) == FULL
