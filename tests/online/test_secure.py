"""Servers have to prove who they are, and proxies of the environment are used and told nothing more."""

import gc
import shutil
import ssl
import subprocess
import sys
import threading
import warnings
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest

from tests.encoders.making import is_one_sentence
from tivm_desktop import __version__
from tivm_desktop.domain.errors import OnlineError
from tivm_desktop.online.fetch import fetch_text


class Asked(BaseHTTPRequestHandler):
    """Answers what it is asked, and keeps it."""

    heard: list[tuple[str, str, dict[str, str]]]

    def do_GET(self) -> None:
        self.send_response(200)
        self.send_header("Content-Length", "6")
        self.end_headers()
        self.wfile.write(b"proven")

    def do_CONNECT(self) -> None:
        self.heard.append(("CONNECT", self.path, dict(self.headers.items())))
        self.send_error(self.refusal)

    refusal = 403

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Say nothing."""


def served(handler: type[Asked], context: ssl.SSLContext | None = None) -> Iterator[int]:
    """Serve on loopback; yield the port."""
    server = HTTPServer(("127.0.0.1", 0), handler)
    if context is not None:
        server.socket = context.wrap_socket(server.socket, server_side=True)
    server.handle_error = lambda *_: None  # type: ignore[method-assign]
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield server.server_port
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


@pytest.fixture
def certificate(tmp_path: Path) -> Path:
    """A certificate for this machine that nobody trusts, with its key."""
    openssl = shutil.which("openssl")
    if openssl is None:
        pytest.skip("openssl is not installed: no certificate can be made")
    path = tmp_path / "server.pem"
    key = tmp_path / "key.pem"
    words = "req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 2 -subj /CN=test -addext"
    subprocess.run(
        [openssl, *words.split(), "subjectAltName=IP:127.0.0.1", "-keyout", key, "-out", path],
        check=True,
        capture_output=True,
    )
    path.write_bytes(path.read_bytes() + key.read_bytes())
    return path


@pytest.fixture
def secure(certificate: Path) -> Iterator[str]:
    """Address of a server that speaks HTTPS."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    yield from (f"https://127.0.0.1:{port}/x" for port in served(Asked, context))


@pytest.fixture
def proxy(monkeypatch: pytest.MonkeyPatch) -> Iterator[type[Asked]]:
    """A proxy that the environment names, and that lets nobody through."""

    class Proxy(Asked):
        heard: list[tuple[str, str, dict[str, str]]] = []  # noqa: RUF012 - one for each test

    for port in served(Proxy):
        monkeypatch.setenv("https_proxy", f"http://127.0.0.1:{port}")
        monkeypatch.delenv("no_proxy", raising=False)
        monkeypatch.delenv("NO_PROXY", raising=False)
        yield Proxy


@pytest.fixture(autouse=True)
def sockets_left_by_python() -> Iterator[None]:
    """Python before 3.11.4 leaves sockets of what failed on the way to the garbage collector, which warns."""
    yield
    if sys.version_info < (3, 11, 4):
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", ResourceWarning)
            gc.collect()


def test_a_server_that_nobody_vouches_for_is_refused(secure: str) -> None:
    with pytest.raises(OnlineError, match=r"127\.0\.0\.1 can't prove that it is") as caught:
        fetch_text(secure, limit_bytes=100, timeout_s=5.0)
    assert is_one_sentence(caught.value)
    del caught


def test_ssl_cert_file_vouches(secure: str, certificate: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    assert fetch_text(secure, limit_bytes=100, timeout_s=5.0) == "proven"


def test_a_proxy_of_the_environment_is_asked_and_told_no_more(proxy: type[Asked]) -> None:
    with pytest.raises(OnlineError, match=r"releases\.invalid can't be reached .*403") as caught:
        fetch_text("https://releases.invalid/latest.json", limit_bytes=100, timeout_s=5.0)
    assert is_one_sentence(caught.value)
    [(_, where, headers)] = proxy.heard
    assert where == "releases.invalid:443"
    assert set(headers.values()) <= {f"TIVM-Desktop/{__version__}", "releases.invalid:443"}


def test_a_proxy_that_wants_a_password_is_told_of(
    proxy: type[Asked], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(proxy, "refusal", 407)
    with pytest.raises(OnlineError, match="wants a password; set it in HTTPS_PROXY") as caught:
        fetch_text("https://releases.invalid/latest.json", limit_bytes=100, timeout_s=5.0)
    assert is_one_sentence(caught.value)
