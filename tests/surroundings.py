"""What all tests of a process share, and each has to leave as it found it."""

import contextlib
import logging
import os
import signal
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

_SIGNALS = [
    getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP", "SIGCHLD") if hasattr(signal, name)
]
_OF_OTHERS = ("KMP_", "PYTEST_", "TORCHINDUCTOR_", "RAY_")
"""How variables begin that scikit-learn, pytest, torch and Ray set for themselves."""
_RAYS_OWN = "thirdparty_files"
"""Folder that Ray puts on the search path when it is imported."""


@dataclass(frozen=True)
class Surroundings:
    """The search path, the environment, the folder, what is logged, and who hears signals."""

    search_path: list[str]
    environment: dict[str, str]
    folder: Path
    levels: dict[str, int]
    hearing: dict[signal.Signals, Any]

    @classmethod
    def now(cls) -> "Surroundings":
        """What they are at the moment."""
        return cls(
            search_path=[path for path in sys.path if not path.endswith(_RAYS_OWN)],
            environment={
                name: value for name, value in os.environ.items() if not name.startswith(_OF_OTHERS)
            },
            folder=Path.cwd(),
            levels={logger.name: logger.level for logger in _loggers() if logger.level != logging.NOTSET},
            hearing={number: signal.getsignal(number) for number in _SIGNALS},
        )

    def changed(self) -> list[str]:
        """What is no longer so, in words."""
        now = Surroundings.now()
        return [
            *_difference("sys.path", self.search_path, now.search_path),
            *_difference("os.environ", self.environment, now.environment),
            *_difference("the folder", str(self.folder), str(now.folder)),
            *_difference("levels of logging", self.levels, now.levels),
            *_difference("hearers of signals", self.hearing, now.hearing),
        ]

    def put_back(self) -> None:
        """Make it so again."""
        sys.path[:] = self.search_path
        for name in Surroundings.now().environment.keys() - self.environment.keys():
            del os.environ[name]
        os.environ.update(self.environment)
        os.chdir(self.folder)
        for logger in _loggers():
            logger.setLevel(self.levels.get(logger.name, logging.NOTSET))
        for number, hearer in self.hearing.items():
            if hearer is not None:
                signal.signal(number, hearer)


@contextlib.contextmanager
def kept() -> Iterator[None]:
    """Complain of what the body leaves changed, and put it back."""
    before = Surroundings.now()
    yield
    changed = before.changed()
    if changed:
        before.put_back()
    assert not changed, f"left changed: {'; '.join(changed)}"


def _loggers() -> list[logging.Logger]:
    ours = [name for name in logging.root.manager.loggerDict if name.partition(".")[0] == "tivm_desktop"]
    return [logging.root, *map(logging.getLogger, ours)]


def _difference(what: str, before: object, now: object) -> list[str]:
    if before == now:
        return []
    if isinstance(before, dict) and isinstance(now, dict):
        names = sorted(str(name) for name in before.keys() | now.keys() if before.get(name) != now.get(name))
        return [f"{what} of {', '.join(names)}"]
    if isinstance(before, list) and isinstance(now, list):
        return [f"{what} by {sorted({*before} ^ {*now}) or 'its order'}"]
    return [f"{what} is {now}, was {before}"]
