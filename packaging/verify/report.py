"""What was promised, what was found and how long it took: text while it goes on, JSON at the end."""

import json
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import TextIO


class BrokenPromiseError(Exception):
    """The package doesn't do what it has to; the message is one sentence."""


class ForbiddenError(Exception):
    """This machine doesn't allow what the verification takes; the message says what."""


class State(StrEnum):
    """What became of a step."""

    KEPT = "kept"
    BROKEN = "broken"
    LEFT_OUT = "left out"


@dataclass(slots=True)
class Step:
    """One promise."""

    name: str
    promise: str
    state: State = State.KEPT
    took_s: float = 0.0
    why: str = ""
    """A sentence: what broke the promise, or why it was not looked at."""
    facts: dict[str, object] = field(default_factory=dict)

    def note(self, **facts: object) -> None:
        """Keep what was found."""
        self.facts |= facts

    def text(self) -> str:
        """The step in lines for people."""
        mark = {State.KEPT: "ok  ", State.BROKEN: "NOT ", State.LEFT_OUT: "--  "}[self.state]
        lines = [f"{mark}{self.took_s:6.1f} s  {self.name}: {self.promise}"]
        lines += [f"               {name}: {_short(value)}" for name, value in self.facts.items()]
        if self.why:
            lines.append(f"            => {self.why}")
        return "\n".join(lines)


class Report:
    """All steps, told as they end.

    Args:
        out: where the text goes.
        place: where the package is tried, in words.
        complete: whether everything can be looked at there.
    """

    def __init__(self, out: TextIO, place: str, *, complete: bool) -> None:
        self._out = out
        self._place = place
        self._complete = complete
        self._began_s = time.monotonic()
        self._lines: list[str] = []
        self.steps: list[Step] = []
        self._say(f"Verifying in {place}")

    @contextmanager
    def step(self, name: str, promise: str) -> Iterator[Step]:
        """Do what proves one promise; nothing follows a broken one.

        Raises:
            BrokenPromiseError: raised by the body, or what the body was not prepared for.
            ForbiddenError: raised by the body.
        """
        step = Step(name, promise)
        self.steps.append(step)
        began_s = time.monotonic()
        try:
            yield step
        except (BrokenPromiseError, ForbiddenError) as error:
            step.state, step.why = State.BROKEN, str(error)
            raise
        except Exception as error:
            step.state, step.why = State.BROKEN, f"{type(error).__name__}: {error}"
            raise BrokenPromiseError(step.why) from error
        except BaseException as error:
            step.state, step.why = State.BROKEN, f"stopped: {type(error).__name__}"
            raise
        finally:
            step.took_s = time.monotonic() - began_s
            self._say(step.text())

    def leave_out(self, name: str, promise: str, why: str) -> None:
        """Say that a promise is not looked at."""
        step = Step(name, promise, State.LEFT_OUT, why=why)
        self.steps.append(step)
        self._say(step.text())

    @property
    def verdict(self) -> str:
        """One sentence."""
        broken = [step for step in self.steps if step.state is State.BROKEN]
        if broken:
            return f"BROKEN: {broken[0].name}: {broken[0].why}"
        left_out = sum(step.state is State.LEFT_OUT for step in self.steps)
        kept = sum(step.state is State.KEPT for step in self.steps)
        if left_out or not self._complete:
            return f"VERIFIED IN PART, in {self._place}: {kept} promises kept, {left_out} not looked at"
        return f"VERIFIED: {kept} promises kept"

    def document(self) -> dict[str, object]:
        """Everything, as JSON has it."""
        return {
            "verdict": self.verdict,
            "kept": not any(step.state is State.BROKEN for step in self.steps),
            "complete": self._complete and all(step.state is State.KEPT for step in self.steps),
            "place": self._place,
            "took_s": round(time.monotonic() - self._began_s, 1),
            "steps": [
                {
                    "name": step.name,
                    "promise": step.promise,
                    "state": step.state.value,
                    "took_s": round(step.took_s, 1),
                    "why": step.why,
                    **step.facts,
                }
                for step in self.steps
            ],
        }

    def write(self, folder: Path) -> None:
        """Say the verdict, and keep `report.json` and `report.txt` in `folder`."""
        took_s = time.monotonic() - self._began_s
        self._say(f"{self.verdict} ({took_s:.0f} s)")
        (folder / "report.json").write_text(json.dumps(self.document(), indent=1) + "\n")
        (folder / "report.txt").write_text("\n".join(self._lines) + "\n")

    def _say(self, text: str) -> None:
        self._lines.append(text)
        self._out.write(text + "\n")
        self._out.flush()


def _short(value: object) -> str:
    text = value if isinstance(value, str) else json.dumps(value)
    return text if len(text) <= 300 else text[:297] + "..."
