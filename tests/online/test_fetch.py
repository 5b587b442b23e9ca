"""Files and texts come whole and checked, or not at all and in a sentence."""

import errno
import hashlib
import os
import socket
from collections.abc import Callable, Iterator
from contextlib import suppress
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest

from tests.online.serving import Answer, Served, break_off, cut_short, redirect, send, serving
from tivm_desktop import __version__
from tivm_desktop.domain.errors import CancelledError, OnlineError
from tivm_desktop.online.fetch import fetch_file, fetch_text

CONTENT = os.urandom(3_000_000)


@pytest.fixture
def server() -> Iterator[Served]:
    with serving() as served:
        served.files["/notes.txt"] = "Lautstärke".encode()
        served.files["/pack.bin"] = CONTENT
        yield served


def nothing(done: int, of: int) -> None:
    """Hear no progress."""


def get(
    url: str,
    into: Path,
    content: bytes = CONTENT,
    progress: Callable[[int, int], None] = nothing,
    cancelled: Callable[[], bool] = lambda: False,
) -> None:
    fetch_file(
        url,
        into,
        sha256=hashlib.sha256(content).hexdigest(),
        size=len(content),
        progress=progress,
        cancelled=cancelled,
    )


def part_of(into: Path) -> Path:
    return into.with_name(into.name + ".part")


def text(url: str, limit_bytes: int = 1000) -> str:
    return fetch_text(url, limit_bytes=limit_bytes, timeout_s=5.0)


def test_a_text_is_read_and_nothing_tells_who_asked(server: Served) -> None:
    assert text(server.url("/notes.txt")) == "Lautstärke"
    [(_, headers)] = server.asked
    assert headers.pop("User-Agent") == f"TIVM-Desktop/{__version__}"
    assert headers.keys() == {"Host", "Connection", "Accept-Encoding"}


@pytest.mark.parametrize(
    ("path", "answer", "sentence"),
    [
        ("/none.json", None, "has no none.json"),
        ("/long", lambda request: send(request, b"x" * 1001), "more than was asked for"),
        ("/bytes", lambda request: send(request, b"\xff\xfe"), "no text"),
        ("/cut", cut_short(b"x" * 500, 100), "ended early"),
        ("/broken", lambda request: request.wfile.write(b"nonsense\r\n\r\n"), "can't be reached"),
        ("/reset", break_off, "can't be reached"),
        ("/busy", lambda request: request.send_error(503), r"refused \(503"),
        ("/part", lambda request: request.send_error(416), r"refused \(416"),
        ("/loop", redirect("/loop"), "too often"),
        ("/out", redirect("http://192.0.2.1/x"), "only https"),
        ("/file", redirect("file:///etc/passwd"), "nothing is safe"),
        ("/ftp", redirect("ftp://127.0.0.1/x"), "only https"),
    ],
)
def test_what_goes_wrong_is_a_sentence(
    server: Served, path: str, answer: Answer | None, sentence: str
) -> None:
    if answer is not None:
        server.answers[path] = answer
    with pytest.raises(OnlineError, match=sentence):
        text(server.url(path))


def test_a_redirect_is_followed(server: Served) -> None:
    server.answers["/latest"] = redirect("/notes.txt")
    assert text(server.url("/latest")) == "Lautstärke"


@pytest.mark.parametrize(
    "url",
    ["http://192.0.2.1/x", "file:///etc/passwd", "ftp://127.0.0.1/x", "//x", "http://[::1", "", "https"],
)
def test_only_https_is_asked(url: str) -> None:
    with pytest.raises(OnlineError, match="only https"):
        text(url)


def test_nobody_there_is_a_sentence() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
        with pytest.raises(OnlineError, match="refused the connection"):
            text(f"http://127.0.0.1:{port}/x")


def test_a_silent_server_is_not_waited_for() -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent, pytest.raises(OnlineError, match="in time"):
        fetch_text(f"http://127.0.0.1:{silent.getsockname()[1]}/x", limit_bytes=10, timeout_s=0.1)


def test_a_server_that_dribbles_is_not_waited_for(server: Served) -> None:
    def dribble(request: BaseHTTPRequestHandler) -> None:
        request.send_response(200)
        request.send_header("Content-Length", "1000000000")
        request.end_headers()
        with suppress(OSError):
            while True:
                request.wfile.write(b"x")

    server.answers["/drip"] = dribble
    with pytest.raises(OnlineError, match="took too long"):
        fetch_text(server.url("/drip"), limit_bytes=1_000_000_000, timeout_s=0.1)


def test_a_file_is_there_whole_and_leaves_nothing_beside_it(server: Served, tmp_path: Path) -> None:
    heard: list[tuple[int, int]] = []
    get(server.url("/pack.bin"), tmp_path / "pack.bin", progress=lambda done, of: heard.append((done, of)))
    assert [path.name for path in tmp_path.iterdir()] == ["pack.bin"]
    assert (tmp_path / "pack.bin").read_bytes() == CONTENT
    assert heard[0] == (0, len(CONTENT))
    assert heard[-1] == (len(CONTENT), len(CONTENT))
    assert heard == sorted(heard)


def test_a_broken_download_goes_on_from_where_it_ended(server: Served, tmp_path: Path) -> None:
    into = tmp_path / "pack.bin"
    server.answers["/pack.bin"] = cut_short(CONTENT, 1_000_000)
    with pytest.raises(OnlineError, match="goes on from where"):
        get(server.url("/pack.bin"), into)
    assert not into.exists()
    assert part_of(into).stat().st_size == 1_000_000
    del server.answers["/pack.bin"]
    get(server.url("/pack.bin"), into)
    assert server.asked[-1][1]["Range"] == "bytes=1000000-"
    assert into.read_bytes() == CONTENT


def test_a_server_that_can_not_go_on_begins_anew(server: Served, tmp_path: Path) -> None:
    into = tmp_path / "pack.bin"
    part_of(into).write_bytes(CONTENT[:1000])
    server.answers["/pack.bin"] = cut_short(CONTENT, len(CONTENT))
    get(server.url("/pack.bin"), into)
    assert into.read_bytes() == CONTENT


@pytest.mark.parametrize("left", [b"x" * 1000, b"x" * len(CONTENT), b"x" * (len(CONTENT) + 1)])
def test_what_was_left_of_another_file_is_given_up(server: Served, tmp_path: Path, left: bytes) -> None:
    into = tmp_path / "pack.bin"
    part_of(into).write_bytes(left)
    get(server.url("/pack.bin"), into)
    assert into.read_bytes() == CONTENT


def test_a_finished_part_needs_no_server(tmp_path: Path) -> None:
    into = tmp_path / "pack.bin"
    part_of(into).write_bytes(CONTENT)
    get("https://192.0.2.1/pack.bin", into)
    assert into.read_bytes() == CONTENT


def test_a_part_that_the_server_has_less_of_begins_anew(server: Served, tmp_path: Path) -> None:
    into = tmp_path / "pack.bin"
    part_of(into).write_bytes(CONTENT[:2000])
    server.files["/pack.bin"] = CONTENT[:1000]
    with pytest.raises(OnlineError, match="ended early"):
        get(server.url("/pack.bin"), into)
    assert [headers.get("Range") for _, headers in server.asked] == ["bytes=2000-", None]


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (CONTENT[:-1] + b"!", "not the file that was published"),
        (CONTENT + b"!", "more than was published"),
        (CONTENT[:-1], "ended early"),
    ],
)
def test_another_file_is_refused(server: Served, tmp_path: Path, content: bytes, sentence: str) -> None:
    server.files["/pack.bin"] = content
    with pytest.raises(OnlineError, match=sentence):
        get(server.url("/pack.bin"), tmp_path / "pack.bin", CONTENT)
    assert not (tmp_path / "pack.bin").exists()


def test_cancelling_keeps_what_came(server: Served, tmp_path: Path) -> None:
    into = tmp_path / "pack.bin"
    heard: list[int] = []
    with pytest.raises(CancelledError):
        get(
            server.url("/pack.bin"),
            into,
            progress=lambda done, _: heard.append(done),
            cancelled=lambda: heard[-1] > 0,
        )
    assert not into.exists()
    assert part_of(into).stat().st_size == heard[-1] > 0


def test_a_full_drive_is_a_sentence_and_gets_its_space_back(server: Served, tmp_path: Path) -> None:
    def full(done: int, of: int) -> None:
        if done:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with pytest.raises(OnlineError, match=f"The drive of {tmp_path} is full"):
        get(server.url("/pack.bin"), tmp_path / "pack.bin", progress=full)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_not_there_is_a_sentence(server: Served, tmp_path: Path) -> None:
    with pytest.raises(OnlineError, match="can't be written"):
        get(server.url("/pack.bin"), tmp_path / "none" / "pack.bin")
