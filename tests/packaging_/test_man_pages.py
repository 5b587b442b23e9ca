"""The manual says what the programs say."""

import gzip
import shutil
import subprocess
from datetime import date
from pathlib import Path

import pytest
from builder.command_help import Command, of_program, read
from builder.man_pages import page, write_pages

PROGRAMS = {"tivm": "tivm_desktop.cli", "tivm-desktop": "tivm_desktop.app"}
HELPS = {
    (): "usage: tool [-h] [--loud] COMMAND ...\n\nDoes\nthings.\n\npositional arguments:\n  COMMAND\n"
    "    pack      put it\n    a-very-long-name\n              unpack it\n\noptions:\n"
    "  -h, --help  show this\n  --loud      say more\n",
    (
        "pack",
    ): "usage: tool pack [-h] [--into DIR] FILE\n\npositional arguments:\n  FILE        what to pack\n\n"
    "options:\n  -h, --help  show this\n\nplaces:\n  --into DIR  where\n\nThe end.\n",
    ("a-very-long-name",): "usage: tool a-very-long-name [-h]\n\noptions:\n  -h, --help  show this\n",
}


@pytest.fixture(scope="module", params=PROGRAMS)
def program(request: pytest.FixtureRequest) -> tuple[str, Command]:
    """A program's name and its help."""
    return request.param, of_program(PROGRAMS[request.param])


def escaped(text: str) -> str:
    """As it stands in roff."""
    return text.replace("-", "\\-")


def test_help_is_read_to_its_last_command() -> None:
    tool = read((), lambda words: HELPS[tuple(words)])
    assert (tool.usage, tool.about) == ("[-h] [--loud] COMMAND ...", "Does things.")
    assert [(item.term, item.text) for item in tool.summaries] == [
        ("pack", "put it"),
        ("a-very-long-name", "unpack it"),
    ]
    pack = tool.commands[0]
    assert (pack.words, pack.usage) == (("pack",), "[-h] [--into DIR] FILE")
    assert [(item.term, item.text) for item in pack.arguments] == [("FILE", "what to pack")]
    assert [item.term for item in pack.options] == ["-h, --help", "--into DIR"]
    assert [command.words for command in tool.all()] == [(), ("pack",), ("a-very-long-name",)]


def test_the_manual_names_every_command_and_every_option(program: tuple[str, Command]) -> None:
    name, command = program
    text = page(name, "1.0", date(2026, 11, 23))
    for below in command.all()[1:]:
        assert f".SS {escaped(' '.join((name, *below.words)))}\n" in text
    terms = [item.term for below in command.all() for item in below.options if not item.term.startswith("-h")]
    assert len(terms) > 5
    assert [term for term in terms if f".B {escaped(term)}\n" not in text] == []
    assert "@" not in text.replace("\\@", "")


def test_commands_are_found_at_all() -> None:
    names = {command.words for command in of_program("tivm_desktop.cli").all()}
    assert {("suggest",), ("doctor",), ("library", "export"), ("pack", "build", "base")} <= names


def test_pages_are_whole_for_the_formatter(tmp_path: Path) -> None:
    write_pages(tmp_path / "man1", "1.0", date(2026, 11, 23))
    if shutil.which("groff") is None:
        pytest.skip("no groff here")
    for packed in sorted((tmp_path / "man1").iterdir()):
        done = subprocess.run(
            ["groff", "-man", "-Tutf8", "-ww", "-z"],
            input=gzip.decompress(packed.read_bytes()).decode(),
            capture_output=True,
            text=True,
            check=True,
        )
        assert done.stderr == "", packed.name


def test_the_same_day_gives_the_same_bytes(tmp_path: Path) -> None:
    written = []
    for folder in ("one", "two"):
        write_pages(tmp_path / folder, "1.0", date(2026, 11, 23))
        written.append((tmp_path / folder / "tivm.1.gz").read_bytes())
    assert written[0] == written[1]
