"""What strace writes, in the forms it has."""

import shutil
import socket
import subprocess
import sys
from pathlib import Path

import pytest
from verify.machine import can_trace
from verify.network_calls import network_calls

QUIET = """\
71 socket(AF_UNIX, SOCK_STREAM|SOCK_CLOEXEC, 0) = 3
71 connect(3, {sa_family=AF_UNIX, sun_path=@""...}, 20) = -1 ECONNREFUSED (Connection refused)
71 connect(3, {sa_family=AF_UNIX, sun_path="/tmp/.X11-unix/X9"}, 110) = 0
72 socketpair(AF_UNIX, SOCK_STREAM|SOCK_CLOEXEC, 0, [4, 5]) = 0
72 sendmsg(3, {msg_name=NULL, msg_namelen=0, msg_iov=[{iov_base=""..., iov_len=8}], msg_iovlen=1}, 0) = 8
73 socket(AF_NETLINK, SOCK_RAW|SOCK_CLOEXEC, NETLINK_ROUTE) = 7
73 bind(7, {sa_family=AF_NETLINK, nl_pid=0, nl_groups=00000000}, 12) = 0
73 +++ exited with 0 +++
71 --- SIGCHLD {si_signo=SIGCHLD, si_code=CLD_EXITED, si_pid=73, si_uid=0} ---
"""


def test_a_quiet_program_is_counted_by_family() -> None:
    calls = network_calls(QUIET.splitlines())
    assert calls.opened == {"AF_UNIX": 2, "AF_NETLINK": 1}
    assert calls.reached == {"connect AF_UNIX": 2, "bind AF_NETLINK": 1}
    assert calls.internet == []


@pytest.mark.parametrize(
    "line",
    [
        '9 connect(5, {sa_family=AF_INET, sin_port=htons(443), sin_addr=inet_addr("192.0.2.1")}, 16) = 0',
        '[pid    9] connect(5, {sa_family=AF_INET6, sin6_port=htons(443)}, 28) = -1 EINPROGRESS',
        '9 sendto(5, ""..., 33, MSG_NOSIGNAL, {sa_family=AF_INET, sin_port=htons(53)}, 16) = 33',
        '9 sendmmsg(5, [{msg_hdr={msg_name={sa_family=AF_INET, sin_port=htons(53)}, msg_len=33}], 1, 0) = 1',
        '9 connect(5, {sa_family=AF_INET, sin_port=htons(80)}, 16 <unfinished ...>',
        'bind(5, {sa_family=AF_INET, sin_port=htons(8080), sin_addr=inet_addr("0.0.0.0")}, 16) = 0',
        '9 1763880000.123 connect(5, {sa_family=AF_INET, sin_port=htons(80)}, 16) = 0',
    ],
)  # fmt: skip
def test_whatever_reaches_for_the_internet_is_seen(line: str) -> None:
    calls = network_calls([*QUIET.splitlines(), line])
    assert calls.internet == [line]
    assert calls.facts()["internet"] == [line]


def test_a_real_program_that_reaches_out_is_seen(tmp_path: Path) -> None:
    if shutil.which("strace") is None or not can_trace():
        pytest.skip("strace is not here or not allowed")
    with socket.create_server(("127.0.0.1", 0)) as server:
        code = f"import socket; socket.create_connection(('127.0.0.1', {server.getsockname()[1]})).close()"
        log = tmp_path / "calls"
        options = ["--seccomp-bpf", "-qq", "-s", "0", "-e", "trace=network", "-o", str(log)]
        subprocess.run(["strace", "-f", *options, sys.executable, "-c", code], check=True)
    calls = network_calls(log.read_text().splitlines())
    assert calls.reached["connect AF_INET"] == 1
    assert len(calls.internet) == 1
