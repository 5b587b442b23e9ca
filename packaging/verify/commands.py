"""Other programs, started so that what goes wrong is one sentence with what they said."""

import os
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path

from verify.report import BrokenPromiseError


def run(
    words: Sequence[str | Path],
    *,
    log: Path | None = None,
    environment: Mapping[str, str] | None = None,
    timeout_s: float = 300.0,
    statuses: Sequence[int] = (0,),
) -> str:
    """Run a command to its end and return its stdout.

    Args:
        words: the command.
        log: takes stdout and stderr in.
        environment: added to this process's.
        timeout_s: a command that takes longer is ended.
        statuses: exit statuses that are no failure.

    Raises:
        BrokenPromiseError: it fails or takes too long.
    """
    command = [str(word) for word in words]
    try:
        done = subprocess.run(
            command,
            env={**os.environ, **(environment or {})},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            errors="replace",
            timeout=timeout_s,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise BrokenPromiseError(f"{' '.join(command[-4:])} did not end within {timeout_s:.0f} s") from error
    if log is not None:
        with log.open("a", encoding="utf-8") as file:
            file.write(f"$ {' '.join(command)}\n{done.stdout}{done.stderr}")
    if done.returncode not in statuses:
        said = " / ".join((done.stderr or done.stdout).strip().splitlines()[-4:])
        raise BrokenPromiseError(f"{' '.join(command[-6:])} ended with status {done.returncode}: {said}")
    return done.stdout
