"""Prints which room imports which, and how often: `./dev graph`, or a Mermaid picture of it with --mermaid.

Rooms are what lies directly in the package. They stand in the order of their layers, the uppermost first, as
the import contracts of pyproject.toml name them.
"""

import argparse
import re
import sys
import tomllib
from collections import Counter
from collections.abc import Mapping
from pathlib import Path

import grimp

PACKAGE = "tivm_desktop"
ROOT = Path(__file__).resolve().parents[2]

Imports = Mapping[tuple[str, str], int]


def layers() -> list[list[str]]:
    """The rooms, layer by layer from the top, as the contract on directions has them."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    contracts = settings["tool"]["importlinter"]["contracts"]
    lines = next(one["layers"] for one in contracts if one["id"] == "directions")
    return [re.findall(r"\w+", line) for line in lines]


def imports() -> Imports:
    """How many imports lead from a room to another one."""
    graph = grimp.build_graph(PACKAGE)
    found: Counter[tuple[str, str]] = Counter()
    for module in graph.modules:
        for other in graph.find_modules_directly_imported_by(module):
            pair = room_of(module), room_of(other)
            if pair[0] != pair[1] and "" not in pair:
                found[pair] += 1
    return found


def room_of(module: str) -> str:
    """The room a module lies in; empty for the package itself."""
    return (*module.split("."), "")[1]


def as_text(rooms: list[list[str]], found: Imports) -> str:
    """One line a room: what it imports, and how often."""
    lines = []
    for layer in rooms:
        for room in layer:
            order = [below for one in rooms for below in one]
            known = [f"{other} {found[room, other]}" for other in order if (room, other) in found]
            lines.append(f"{room:<10} {', '.join(known) or '-'}")
        lines.append("")
    return "\n".join(lines).rstrip()


def as_mermaid(rooms: list[list[str]], found: Imports) -> str:
    """The same as a picture."""
    lines = ["flowchart TB"]
    for number, layer in enumerate(rooms):
        lines += [f"  subgraph layer{number} [ ]", *(f"    {room}" for room in layer), "  end"]
    lines += [f"  {room} -->|{count}| {other}" for (room, other), count in sorted(found.items())]
    return "\n".join(lines)


def main() -> None:
    """Print the graph."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--mermaid", action="store_true", help="as a Mermaid flow chart")
    show = as_mermaid if parser.parse_args().mermaid else as_text
    sys.stdout.write(show(layers(), imports()) + "\n")


if __name__ == "__main__":
    main()
