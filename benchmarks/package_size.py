"""How large the packages are, and what in them is whose: prints one JSON document, or a table for the docs.

    ./dev package && ./dev bench package_size [--markdown]

`installed_mb` is what the files add up to, `compressed_mb` what the component alone is in a .deb: components
share nothing there, so that they add up to a little more than the package. Megabytes are millions of bytes.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "packaging"))

from builder.deb import COMPRESSION  # noqa: E402
from builder.program import FALLBACK, NAME  # noqa: E402
from builder.sizes import by_component, size_bytes  # noqa: E402

CONTROL = """Package: part
Version: 1
Architecture: all
Maintainer: nobody <nobody@localhost>
Description: a part
"""
MEGA = 1e6


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--dist", type=Path, default=ROOT / "dist", metavar="DIR", help="default: dist")
    parser.add_argument("--quick", action="store_true", help="leave out what is compressed")
    parser.add_argument("--markdown", action="store_true", help="print a table")
    arguments = parser.parse_args()
    onedir = arguments.dist / NAME
    if not onedir.is_dir():
        sys.stderr.write(f"{onedir} is missing: build it with ./dev package.\n")
        return 1
    document = measured(arguments.dist, onedir, compressing=not arguments.quick)
    print(table(document) if arguments.markdown else json.dumps(document))
    return 0


def measured(dist: Path, onedir: Path, *, compressing: bool) -> dict[str, Any]:
    """Return the sizes of each component and of each package that lies in `dist`."""
    components = {}
    for name, paths in by_component(onedir).items():
        components[name] = {"installed_mb": rounded(size_bytes(paths))}
        if compressing:
            components[name]["compressed_mb"] = rounded(compressed_bytes(onedir, paths))
    everything = [path for paths in by_component(onedir).values() for path in paths]
    shipped = [path for path in everything if onedir / FALLBACK not in path.parents]
    packages = [path for pattern in ("*.deb", "*.run") for path in sorted(dist.glob(pattern))]
    return {
        "components": components,
        "installed_mb": {"deb": rounded(size_bytes(shipped)), "run": rounded(size_bytes(everything))},
        "packages_mb": {path.name: rounded(path.stat().st_size) for path in packages},
        "compression": " ".join(COMPRESSION),
    }


def compressed_bytes(onedir: Path, paths: Iterable[Path]) -> int:
    """Return how large a .deb of these files alone is."""
    with tempfile.TemporaryDirectory(dir=onedir.parent) as folder:
        tree, package = Path(folder) / "tree", Path(folder) / "part.deb"
        (tree / "DEBIAN").mkdir(parents=True)
        (tree / "DEBIAN" / "control").write_text(CONTROL)
        for path in paths:
            copy = tree / path.relative_to(onedir)
            copy.parent.mkdir(parents=True, exist_ok=True)
            os.link(path, copy, follow_symlinks=False)
        options = ["--root-owner-group", *COMPRESSION]
        subprocess.run(
            ["dpkg-deb", *options, "--build", tree, package], check=True, stdout=subprocess.DEVNULL
        )
        return package.stat().st_size


def rounded(size: int) -> float:
    """Return bytes as megabytes."""
    return round(size / MEGA, 1)


def table(document: dict[str, Any]) -> str:
    """Return the document as a table in Markdown."""
    installed, packages = document["installed_mb"], document["packages_mb"]
    lines = ["| part | installed, MB | in the .deb, MB |", "|---|---:|---:|"]
    lines += [
        f"| {name} | {row['installed_mb']} | {row.get('compressed_mb', '')} |"
        for name, row in document["components"].items()
    ]
    for kind, size in installed.items():
        file = next((made for name, made in packages.items() if name.endswith(f".{kind}")), "")
        lines.append(f"| **all, .{kind}** | **{size}** | **{file}** |")
    return "\n".join(lines)


if __name__ == "__main__":
    sys.exit(main())
