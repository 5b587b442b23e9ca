"""The manual: frames written by hand in `linux/man`, filled with what the programs say for `--help`."""

import gzip
from datetime import date
from pathlib import Path

from builder.command_help import Command, Item, of_program

FRAMES = Path(__file__).resolve().parents[1] / "linux" / "man"
_MODULES = {"tivm-desktop": "tivm_desktop.app", "tivm": "tivm_desktop.cli"}


def write_pages(into: Path, version: str, day: date) -> None:
    """Write the manual pages of both programs, compressed, into the folder `into`, which is made.

    Args:
        into: such as `share/man/man1`.
        version: of the program.
        day: of the build.
    """
    into.mkdir(parents=True)
    for name in _MODULES:
        packed = gzip.compress(page(name, version, day).encode(), 9, mtime=0)
        (into / f"{name}.1.gz").write_bytes(packed)


def page(name: str, version: str, day: date) -> str:
    """Return the manual page of "tivm" or "tivm-desktop" in roff."""
    program = of_program(_MODULES[name])
    filled = (FRAMES / f"{name}.1").read_text(encoding="utf-8")
    for mark, text in {
        "@DATE@": day.isoformat(),
        "@VERSION@": version,
        "@SYNOPSIS@": f".B {_escaped(name)}\n{_escaped(program.usage)}",
        "@COMMANDS@": _listed(program.summaries),
        "@OPTIONS@": _listed([*program.arguments, *program.options]),
        "@EACH@": "\n".join(_section(name, command) for command in program.all()[1:]),
    }.items():
        filled = filled.replace(mark, text)
    return filled


def _section(name: str, command: Command) -> str:
    words = _escaped(" ".join((name, *command.words)))
    lines = [f".SS {words}", f".B {words}", _escaped(command.usage)]
    if command.about:
        lines += [".PP", _escaped(command.about)]
    told = [item for item in command.arguments if item.text]
    options = [item for item in command.options if not item.term.startswith("-h,")]
    return "\n".join([*lines, _listed([*command.summaries, *told, *options])]).rstrip()


def _listed(items: list[Item]) -> str:
    return "\n".join(f".TP\n.B {_escaped(item.term)}\n{_escaped(item.text) or '.'}" for item in items)


def _escaped(text: str) -> str:
    safe = text.replace("\\", "\\e").replace("-", "\\-").replace('"', "\\(dq")
    return f"\\&{safe}" if safe.startswith((".", "'")) else safe
