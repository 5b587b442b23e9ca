"""What is published is read strictly: a version, a day, notes, and a page on the same server."""

import json
from collections.abc import Iterator
from datetime import date

import pytest

from tests.online.serving import Served, redirect, serving
from tivm_desktop.domain.errors import OnlineError
from tivm_desktop.online.updates import LIMIT_BYTES, Update, look_for_update, read_latest, version_of

HOME = "https://example.org/tivm/releases"
PATH = "/releases/latest/download/latest.json"


def told(**other: object) -> str:
    document = {"version": "0.2.0", "date": "2026-11-23", "notes": "Faster.", "page": f"{HOME}/tag/v0.2.0"}
    return json.dumps(document | other)


@pytest.fixture
def server() -> Iterator[Served]:
    with serving() as served:
        yield served


def publish(server: Served, **other: object) -> str:
    releases = server.url("/releases")
    server.files[PATH] = told(**({"page": f"{releases}/tag/v0.2.0"} | other)).encode()
    return releases


def test_a_newer_release_is_told_with_its_page(server: Served) -> None:
    releases = publish(server)
    found = look_for_update(releases, "0.1.0")
    assert found == Update("0.2.0", date(2026, 11, 23), "Faster.", f"{releases}/tag/v0.2.0")
    assert [path for path, _ in server.asked] == [PATH]


@pytest.mark.parametrize("running", ["0.2.0", "0.2.1", "0.10.0", "1.0.0", "0.2.0+local", "0.2.1.dev4"])
def test_what_is_as_new_is_no_update(server: Served, running: str) -> None:
    assert look_for_update(publish(server), running) is None


@pytest.mark.parametrize("running", ["0.1.9", "0.1.10", "0.2.0rc1", "0.2.0.dev3", "0.1.0+local"])
def test_what_is_older_is_told(server: Served, running: str) -> None:
    found = look_for_update(publish(server), running)
    assert found is not None
    assert found.version == "0.2.0"


def test_nothing_of_the_user_is_sent(server: Served) -> None:
    look_for_update(publish(server), "0.1.0")
    ((_, headers),) = server.asked
    assert set(headers) <= {"Accept-Encoding", "Host", "User-Agent", "Connection"}
    assert headers["User-Agent"].startswith("TIVM-Desktop/")


@pytest.mark.parametrize(
    "spoilt",
    [
        "",
        "[]",
        "null",
        "<html></html>",
        "[" * 100_000,
        "{}",
        told(version="0.2"),
        told(version="0.2.0.1"),
        told(version="0.2.0 <b>"),
        told(version="v0.2.0"),
        told(version="0.2.٣"),
        told(version="00.2.0"),
        told(version="999999.0.0"),
        told(version=2),
        told(version=None),
        told(date="soon"),
        told(date=20261123),
        told(notes=["a"]),
        told(page=7),
    ],
)
def test_what_is_not_understood_is_one_sentence(spoilt: str) -> None:
    with pytest.raises(OnlineError, match=r"^What https://example.org/tivm/releases says .* yourself\.$"):
        read_latest(spoilt, HOME)


@pytest.mark.parametrize(
    "page",
    [
        "http://example.org/tivm",
        "https://example.com/tivm",
        "https://example.org:8443/tivm",
        "https://user@example.org/tivm",
        "https://example.org@example.com/",
        "file:///etc/passwd",
        "javascript:alert(1)",
        "//example.org/tivm",
        "https://example.org/a b",
        "https://example.org/\n",
        "https://[example.org/",
        "https://example.org:port/",
        "",
    ],
)
def test_a_page_elsewhere_is_not_followed(page: str) -> None:
    with pytest.raises(OnlineError, match="another server"):
        read_latest(told(page=page), HOME)


def test_notes_are_plain_and_short() -> None:
    notes = read_latest(told(notes="\x1b[31mred\x00\u202e\nnext" + "n" * 9000), HOME).notes
    assert notes.startswith("[31mred\nnext")
    assert len(notes) == 2000


def test_keys_that_are_added_later_do_no_harm() -> None:
    assert read_latest(told(signature="x", files=[]), HOME).version == "0.2.0"


def test_a_server_without_a_release_is_one_sentence(server: Served) -> None:
    with pytest.raises(OnlineError, match=r"latest\.json") as caught:
        look_for_update(server.url("/releases"), "0.1.0")
    assert "\n" not in str(caught.value)


def test_a_server_that_leads_away_is_not_followed(server: Served) -> None:
    server.answers[PATH] = redirect("http://192.0.2.1/latest.json")
    with pytest.raises(OnlineError):
        look_for_update(server.url("/releases"), "0.1.0")


def test_too_much_is_not_read(server: Served) -> None:
    server.files[PATH] = b" " * (LIMIT_BYTES + 1)
    with pytest.raises(OnlineError, match="more than was asked for"):
        look_for_update(server.url("/releases"), "0.1.0")


def test_nobody_there_is_one_sentence(server: Served) -> None:
    with pytest.raises(OnlineError, match="refused the connection"):
        look_for_update("http://127.0.0.1:1/releases", "0.1.0")


def test_a_build_without_a_version_asks_nobody(server: Served) -> None:
    with pytest.raises(OnlineError, match="calls itself unknown"):
        look_for_update(publish(server), "unknown")
    assert server.asked == []


def test_versions_compare_as_numbers() -> None:
    assert version_of("0.10.0") > version_of("0.9.12")
    with pytest.raises(ValueError, match="no version"):
        version_of("1.2")
