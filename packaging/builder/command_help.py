"""What a command says of itself, read from its own `--help`: the source of the man pages."""

import contextlib
import importlib
import io
import os
import re
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from unittest import mock

ROOT = Path(__file__).resolve().parents[2]
_ITEM = re.compile(r"^ {2,4}(?! )(?P<term>\S.*?)(?: {2,}(?P<text>\S.*))?$")
_MORE = re.compile(r"^ {6,}(?P<text>\S.*)$")
_COMMAND = re.compile(r"^ {4}[a-z]")

Ask = Callable[[Sequence[str]], str]
"""Gives the help of the command that some words name."""


@dataclass(slots=True)
class Item:
    """An argument, option or command, and what is said of it."""

    term: str
    text: str = ""


@dataclass(slots=True)
class Command:
    """A command and those below it."""

    words: tuple[str, ...]
    """Without the program's name; empty for the program itself."""
    usage: str = ""
    """Its arguments, on one line."""
    about: str = ""
    arguments: list[Item] = field(default_factory=list)
    options: list[Item] = field(default_factory=list)
    summaries: list[Item] = field(default_factory=list)
    """The commands below it, in one line each."""
    commands: list["Command"] = field(default_factory=list)

    def all(self) -> list["Command"]:
        """Return this command and all below it, in the order of the help."""
        return [self, *(below for command in self.commands for below in command.all())]


def of_program(module: str) -> Command:
    """Return all that `main` of a module of the program says for `--help`."""

    def ask(words: Sequence[str]) -> str:
        said = io.StringIO()
        with contextlib.redirect_stdout(said), contextlib.suppress(SystemExit):
            main([*words, "--help"])
        return said.getvalue()

    if str(ROOT) not in sys.path:
        sys.path.insert(0, str(ROOT))
    main = importlib.import_module(module).main
    with mock.patch.dict(os.environ, COLUMNS="2000", NO_COLOR="1"):
        return read((), ask)


def read(words: tuple[str, ...], ask: Ask) -> Command:
    """Return what is said of the command that `words` name, and of all below it."""
    command = _parsed(words, ask(words))
    command.commands = [read((*words, item.term), ask) for item in command.summaries]
    return command


def _parsed(words: tuple[str, ...], text: str) -> Command:
    command = Command(words)
    usage, _, rest = text.partition("\n\n")
    command.usage = re.sub(r"^usage: \S+ *", "", " ".join(usage.split()))
    command.usage = command.usage.removeprefix(" ".join(words)).strip()
    heading, items = "", command.options
    for line in rest.splitlines():
        if not line.startswith(" "):
            heading = line if line.endswith(":") else heading
            if line and not heading:
                command.about = f"{command.about} {line}".strip()
            continue
        if not heading.startswith("positional"):
            items = command.options
        elif _COMMAND.match(line):
            items = command.summaries
        elif not _MORE.match(line):
            items = command.arguments
        if item := _ITEM.match(line):
            items.append(Item(item["term"], item["text"] or ""))
        elif (more := _MORE.match(line)) and items:
            items[-1].text = f"{items[-1].text} {more['text']}".strip()
    if command.summaries:
        command.arguments.clear()
    return command
