"""A later start is understood, and nobody else is."""

import json
from pathlib import Path

import pytest

from tivm_desktop.runs.handover import LONGEST, MOST_PATHS, Handover, decode, encode


def test_what_is_sent_is_understood() -> None:
    paths = (Path("/v/My cut ü.mp4"), Path("/music"))
    line = encode(paths, "token-1_TIME5")
    assert line.endswith(b"\n")
    assert line.count(b"\n") == 1
    assert decode(line) == Handover(paths, "token-1_TIME5")
    assert decode(encode((), "")) == Handover()


def test_relative_paths_are_made_absolute_by_the_one_who_knows_where() -> None:
    assert decode(encode([Path("cut.mp4")], "")).paths == (Path.cwd() / "cut.mp4",)


def test_no_message_is_longer_than_may_be() -> None:
    line = encode([Path(f"/{'x' * 3000}{number}") for number in range(MOST_PATHS + 5)], "t" * 5000)
    assert len(line) <= LONGEST
    assert 10 < len(decode(line).paths) < MOST_PATHS


@pytest.mark.parametrize(
    "said",
    [
        "nonsense",
        [],
        {},
        {"paths": "x"},
        {"paths": [1]},
        {"paths": ["cut.mp4"]},
        {"paths": ["../../etc"]},
        {"paths": ["/a\0b"]},
        {"paths": ["/v"] * (MOST_PATHS + 1)},
        {"paths": [], "token": 5},
        {"paths": [], "token": "t" * 1001},
    ],
)
def test_what_is_no_message_of_ours_is_refused(said: object) -> None:
    with pytest.raises(ValueError, match=r"\S"):
        decode(json.dumps(said).encode() + b"\n")


@pytest.mark.parametrize("line", [b"", b"\xff\xff\n", b"[" * 60_000, b'{"paths": []' + b" " * LONGEST + b"}"])
def test_what_is_no_text_of_ours_is_refused(line: bytes) -> None:
    with pytest.raises(ValueError, match=r"\S"):
        decode(line)


def test_a_token_with_control_characters_is_left_out() -> None:
    assert decode(json.dumps({"paths": [], "token": "a\nb"}).encode()).token == ""
