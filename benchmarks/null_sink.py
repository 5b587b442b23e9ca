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
from contextlib import closing, contextmanager
from pathlib import Path
from time import monotonic, sleep

RATE_HZ = 48_000
FIRST = "null0"
FIRST_TITLE = "Null Output"
MISSING_REMEDY = "install pulseaudio, pulseaudio-utils and libasound2-plugins"

_ALSA_DEFAULT_IS_PULSE = """\
</usr/share/alsa/alsa.conf>
pcm.!default { type pulse }
ctl.!default { type pulse }
"""


class NullSink:
    """A null sink and the sound server that plays into it, which can be ended and started again."""

    def __init__(self, folder: Path) -> None:
        """Start a server whose files are in `folder`.

        Raises:
            RuntimeError: the server did not start within ten seconds.
        """
        self._folder = folder
        self._socket = folder / "socket"
        alsa = folder / "alsa.conf"
        alsa.write_text(_ALSA_DEFAULT_IS_PULSE)
        self.environment = {
            "PULSE_RUNTIME_PATH": str(folder),
            "PULSE_STATE_PATH": str(folder),
            "PULSE_SERVER": f"unix:{self._socket}",
            "ALSA_CONFIG_PATH": str(alsa),
        }
        """What a process needs in its environment for PortAudio and parec to find the sink."""
        self._server: subprocess.Popen[bytes] | None = None
        self.start_server()

    def start_server(self) -> None:
        """Start the sound server, anew after `stop_server`.

        Raises:
            RuntimeError: it did not start within ten seconds.
        """
        command = [
            "pulseaudio", "-n", "--daemonize=no", "--exit-idle-time=-1", "--disallow-exit",
            "--log-target=stderr",
            "-L", f"module-native-protocol-unix auth-anonymous=1 socket={self._socket}",
            "-L", f"module-null-sink sink_name=null0 rate={RATE_HZ}",
            "-L", "module-always-sink",
        ]  # fmt: skip
        environment = os.environ | self.environment | {"HOME": str(self._folder)}
        with (self._folder / "log").open("wb") as log:
            self._server = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=log)
        _wait_until_it_answers(environment, self._server, self._folder / "log")

    def stop_server(self) -> None:
        """End the sound server the way a crash would."""
        if self._server is not None:
            self._server.kill()
            self._server.wait(5.0)

    def close(self) -> None:
        """End the sound server in good order."""
        if self._server is None:
            return
        if self._server.poll() is None:
            self._server.send_signal(signal.SIGTERM)
        try:
            self._server.wait(5.0)
        except subprocess.TimeoutExpired:
            self.stop_server()

    def record_command(self, latency_ms: int = 5, sink: str = FIRST) -> list[str]:
        """Command that writes what a sink plays to stdout: raw s16le, stereo, `RATE_HZ`."""
        form = ["--raw", "--format=s16le", f"--rate={RATE_HZ}", "--channels=2"]
        return ["parec", "-d", f"{sink}.monitor", *form, f"--latency-msec={latency_ms}"]

    def add_sink(self, name: str, title: str, *settings: str) -> int:
        """Add another null sink; return the number it is removed by.

        Args:
            name: the server's name of it.
            title: what the user calls it.
            settings: such as "rate=44100" and "channels=1".
        """
        said = f"sink_properties=\"device.description='{title}'\""
        return int(self._pactl("load-module", "module-null-sink", f"sink_name={name}", said, *settings))

    def remove_sink(self, number: int) -> None:
        """Take a sink away that was added, as unplugging does."""
        self._pactl("unload-module", str(number))

    def set_default_sink(self, name: str) -> None:
        """Have sound go to another sink unless it asks for one."""
        self._pactl("set-default-sink", name)

    def _pactl(self, *words: str) -> str:
        environment = os.environ | self.environment
        return subprocess.run(
            ["pactl", *words], env=environment, capture_output=True, check=True, text=True
        ).stdout


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
    try:
        with closing(NullSink(folder)) as sink:
            yield sink
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _wait_until_it_answers(
    environment: dict[str, str], server: "subprocess.Popen[bytes]", log: Path, limit_s: float = 10.0
) -> None:
    end = monotonic() + limit_s
    while monotonic() < end and server.poll() is None:
        answer = subprocess.run(
            ["pactl", "list", "short", "sinks"],
            env=environment,
            capture_output=True,
            check=False,
        )
        if b"null0" in answer.stdout:
            return
        sleep(0.05)
    server.kill()
    server.wait(5.0)
    raise RuntimeError(f"the sound server did not start; {MISSING_REMEDY}: {log.read_text()[-400:]}")
