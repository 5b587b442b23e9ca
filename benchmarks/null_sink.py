"""A sound server of its own with a sink that plays into nothing, for benchmarks and tests without hardware.

PulseAudio runs in a temporary folder and is reached only through a socket there; ALSA's default is sent to it
by a configuration of its own. Nothing of the user's is read or written: all paths go through the environment.
"""

import os
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from time import monotonic, sleep

RATE_HZ = 48_000
MISSING_REMEDY = "install pulseaudio, pulseaudio-utils and libasound2-plugins"

_ALSA_DEFAULT_IS_PULSE = """\
</usr/share/alsa/alsa.conf>
pcm.!default { type pulse }
ctl.!default { type pulse }
"""


@dataclass(frozen=True, slots=True)
class NullSink:
    """A running null sink."""

    environment: dict[str, str]
    """What a process needs in its environment for PortAudio and parec to find the sink."""
    server: "subprocess.Popen[bytes]"

    def stop_server(self) -> None:
        """End the sound server the way a crash would."""
        self.server.kill()
        self.server.wait(5.0)

    def record_command(self, latency_ms: int = 5) -> list[str]:
        """Command that writes what the sink plays to stdout: raw s16le, stereo, `RATE_HZ`."""
        form = ["--raw", "--format=s16le", f"--rate={RATE_HZ}", "--channels=2"]
        return ["parec", "-d", "null0.monitor", *form, f"--latency-msec={latency_ms}"]


def is_available() -> bool:
    """Tell whether this machine has the programs that a null sink needs."""
    return all(shutil.which(program) for program in ("pulseaudio", "parec", "pactl"))


@contextmanager
def null_sink() -> Iterator[NullSink]:
    """Start a sound server with one null sink and end it again.

    Raises:
        RuntimeError: the server did not start within ten seconds.
    """
    folder = Path(tempfile.mkdtemp(prefix="null-sink-"))
    folder.chmod(0o700)
    alsa = folder / "alsa.conf"
    alsa.write_text(_ALSA_DEFAULT_IS_PULSE)
    socket = folder / "socket"
    environment = {
        "HOME": str(folder),
        "PULSE_RUNTIME_PATH": str(folder),
        "PULSE_STATE_PATH": str(folder),
        "PULSE_SERVER": f"unix:{socket}",
        "ALSA_CONFIG_PATH": str(alsa),
    }
    command = [
        "pulseaudio", "-n", "--daemonize=no", "--exit-idle-time=-1", "--disallow-exit", "--log-target=stderr",
        "-L", f"module-native-protocol-unix auth-anonymous=1 socket={socket}",
        "-L", f"module-null-sink sink_name=null0 rate={RATE_HZ}",
        "-L", "module-always-sink",
    ]  # fmt: skip
    with (folder / "log").open("wb") as log:
        server = subprocess.Popen(
            command, env=os.environ | environment, stdout=subprocess.DEVNULL, stderr=log
        )
    try:
        _wait_until_it_answers(environment, server, folder / "log")
        yield NullSink({key: value for key, value in environment.items() if key != "HOME"}, server)
    finally:
        if server.poll() is None:
            server.send_signal(signal.SIGTERM)
        try:
            server.wait(5.0)
        except subprocess.TimeoutExpired:
            server.kill()
            server.wait(5.0)
        shutil.rmtree(folder, ignore_errors=True)


def _wait_until_it_answers(
    environment: dict[str, str], server: "subprocess.Popen[bytes]", log: Path, limit_s: float = 10.0
) -> None:
    end = monotonic() + limit_s
    while monotonic() < end and server.poll() is None:
        answer = subprocess.run(
            ["pactl", "list", "short", "sinks"],
            env=os.environ | environment,
            capture_output=True,
            check=False,
        )
        if b"null0" in answer.stdout:
            return
        sleep(0.05)
    raise RuntimeError(f"the sound server did not start; {MISSING_REMEDY}: {log.read_text()[-400:]}")
