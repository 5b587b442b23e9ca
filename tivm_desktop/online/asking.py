"""Asking a server: HTTPS only, by the system's certificates and proxies, and every failure one sentence."""

import ipaddress
import ssl
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPException, HTTPMessage, HTTPResponse
from pathlib import Path
from typing import IO
from urllib.error import HTTPError, URLError
from urllib.parse import urlsplit

from tivm_desktop import __version__
from tivm_desktop.domain.errors import OnlineError
from tivm_desktop.online.trust import system_trust

AGENT = f"TIVM-Desktop/{__version__}"
"""All that a server is told about who asks."""
REDIRECTS = 5

_GONE, _MOVED = {404, 410}, {301, 302, 303, 307, 308}
_UNSATISFIABLE = 416
_PROXY_ASKS = "Tunnel connection failed: 407"
_BLOCK = 256 * 1024


class NotFromThereError(OnlineError):
    """A file was to be sent from a byte on that it does not have."""


def next_block(answer: HTTPResponse) -> bytes:
    """Return what comes next, empty at the end.

    Raises:
        URLError: the connection broke; within `answer_to` that becomes a sentence.
    """
    try:
        return answer.read1(_BLOCK)
    except OSError as error:
        raise URLError(error) from error


class _Redirects(urllib.request.HTTPRedirectHandler):
    """Follows only to where the first request could have gone, and not for ever."""

    max_redirections = REDIRECTS
    max_repeats = 2

    def redirect_request(
        self,
        req: urllib.request.Request,
        fp: IO[bytes],
        code: int,
        msg: str,
        headers: HTTPMessage,
        newurl: str,
    ) -> urllib.request.Request | None:
        """Refuse to leave HTTPS."""
        _check(newurl, also_plain=_is_this_machine(req.full_url))
        return super().redirect_request(req, fp, code, msg, headers, newurl)


@contextmanager
def answer_to(url: str, headers: dict[str, str], timeout_s: float) -> Iterator[HTTPResponse]:
    """Ask, and turn all that can go wrong until the answer is read into a sentence.

    Args:
        url: HTTPS; plain HTTP only to this machine.
        headers: sent beside those that every request has.
        timeout_s: most that the server may be silent.

    Raises:
        NotFromThereError: it has not as many bytes as to begin where `headers` want it to.
        OnlineError: it can't be had; the sentence says why.
    """
    _check(url, also_plain=True)
    host = host_of(url)
    try:
        with _opener(url).open(urllib.request.Request(url, headers=headers), timeout=timeout_s) as answer:  # noqa: S310
            yield answer
    except HTTPError as error:
        with error:
            if error.code == _UNSATISFIABLE and "Range" in headers:
                raise NotFromThereError from error
            raise OnlineError(_refused(host, url, error)) from error
    except (URLError, HTTPException, TimeoutError, ConnectionError, ssl.SSLError) as error:
        raise OnlineError(_unreachable(host, error)) from error


def _opener(url: str) -> urllib.request.OpenerDirector:
    """Make what opens HTTP and HTTPS and nothing else; proxies are those of the environment."""
    opener = urllib.request.OpenerDirector()
    for handler in (
        urllib.request.ProxyHandler({} if _is_this_machine(url) else None),
        urllib.request.HTTPHandler(),
        urllib.request.HTTPSHandler(context=system_trust()),
        urllib.request.HTTPDefaultErrorHandler(),
        urllib.request.HTTPErrorProcessor(),
        urllib.request.UnknownHandler(),
        _Redirects(),
    ):
        opener.add_handler(handler)
    opener.addheaders = [("User-Agent", AGENT)]
    return opener


def _check(url: str, *, also_plain: bool) -> None:
    """Refuse what is neither HTTPS nor, where that is allowed, this machine."""
    try:
        scheme = urlsplit(url).scheme
    except ValueError:
        scheme = ""
    if scheme == "https" or (scheme == "http" and also_plain and _is_this_machine(url)):
        return
    raise OnlineError(
        f"{url} is not asked for, since only https addresses are safe; report it to the project."
    )


def _is_this_machine(url: str) -> bool:
    host = urlsplit(url).hostname or ""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def host_of(url: str) -> str:
    """Return the name of the server."""
    try:
        return urlsplit(url).hostname or url
    except ValueError:
        return url


def _refused(host: str, url: str, error: HTTPError) -> str:
    if error.code in _GONE:
        page = Path(urlsplit(url).path).name
        if not page:
            return f"{host} has no such page; it may not be published yet."
        return f"{host} has no {page}; it may not be published yet."
    if error.code in _MOVED:
        return f"{host} sends on too often, or to where nothing is safe; try again later."
    return f"{host} refused ({error.code} {error.reason}); try again later."


def _unreachable(host: str, error: Exception) -> str:
    cause = error.reason if isinstance(error, URLError) else error
    if isinstance(cause, ssl.SSLCertVerificationError):
        return (
            f"{host} can't prove that it is {host} ({cause.verify_message}): check the computer's date, "
            "or set SSL_CERT_FILE to your network's certificates."
        )
    if str(cause).startswith(_PROXY_ASKS):
        return f"The proxy between here and {host} wants a password; set it in HTTPS_PROXY."
    if isinstance(cause, TimeoutError):
        return f"{host} did not answer in time; try again later."
    if isinstance(cause, ConnectionRefusedError):
        return f"{host} refused the connection; try again later."
    what = (
        cause.strerror
        if isinstance(cause, OSError) and cause.strerror
        else str(cause) or type(cause).__name__
    )
    return f"{host} can't be reached ({what}): check the connection and try again."
