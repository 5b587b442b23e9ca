"""A start of the program in which the thread that loads PyAV is held until a second one loads it too."""

import sys
import threading
from collections.abc import Sequence
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import ModuleSpec, PathFinder
from pathlib import Path
from types import ModuleType

from tivm_desktop.app import build, parse
from tivm_desktop.library.profile import Profile

HELD = "av.audio.frame"
LONG_ENOUGH_S = 1.0
"""A second thread that is not seen by then waits for the first one."""


class Hold(MetaPathFinder, Loader):
    """Holds the first thread amid PyAV until another one looks for a module of PyAV."""

    def __init__(self) -> None:
        self._first: int | None = None
        self._second_came = threading.Event()
        self._real: Loader | None = None

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """Put this between the module and its loader; hear of the second thread."""
        if self._first is None:
            if fullname != HELD:
                return None
            self._first = threading.get_ident()
            spec = PathFinder.find_spec(fullname, path)
            assert spec is not None
            self._real, spec.loader = spec.loader, self
            return spec
        if fullname.startswith("av.") and threading.get_ident() != self._first:
            self._second_came.set()
        return None

    def create_module(self, spec: ModuleSpec) -> ModuleType | None:
        """Hold the first thread."""
        assert self._real is not None
        self._second_came.wait(LONG_ENOUGH_S)
        return self._real.create_module(spec)

    def exec_module(self, module: ModuleType) -> None:
        """Go on as ever."""
        assert self._real is not None
        self._real.exec_module(module)


def main() -> None:
    profile = Profile(Path(sys.argv[1]))
    profile.create()
    desktop = build(parse(["--provider", "cpu"]), profile)
    sys.meta_path.insert(0, Hold())
    outcomes: list[str] = []

    def note(outcome: str) -> None:
        outcomes.append(outcome)
        if len(outcomes) == 2:
            desktop.window.close()

    desktop.engine.player_ready.connect(lambda: note("player"))
    desktop.engine.pack_named.connect(lambda name: note("pack"))
    desktop.engine.problem.connect(note)
    desktop.window.show()
    desktop.application.exec()
    sys.stdout.write("\n".join(sorted(outcomes)))


if __name__ == "__main__":
    main()
