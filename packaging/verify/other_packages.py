"""The same package under a lower version, to upgrade from; an empty one that asks for the same packages."""

import json
import re
from pathlib import Path

from verify.commands import run
from verify.report import BrokenPromiseError

LOWER = "0.0.1"
STAND_IN = "tivm-desktop-needs"
_ASKS_FOR = ("Architecture", "Pre-Depends", "Depends", "Recommends")


def make_older(package: Path, folder: Path) -> Path:
    """Repack a package with a lower version in its control data and its build stamp; return the new file.

    Args:
        package: the package.
        folder: where it is unpacked and packed; emptied first.

    Raises:
        BrokenPromiseError: the package has no control data or no build stamp.
    """
    tree = folder / "tree"
    run(["rm", "-rf", "--", folder])
    folder.mkdir(parents=True)
    run(["dpkg-deb", "--raw-extract", package, tree])
    control = tree / "DEBIAN" / "control"
    control.write_text(lowered(control.read_text(encoding="utf-8")), encoding="utf-8")
    stamps = list(tree.rglob("tivm_desktop/_bundled/build.json"))
    if len(stamps) != 1:
        raise BrokenPromiseError(f"{package.name} has {len(stamps)} build stamps instead of one")
    stamp = json.loads(stamps[0].read_text(encoding="utf-8"))
    stamps[0].write_text(json.dumps({**stamp, "commit": LOWER, "origin": "verification"}), encoding="utf-8")
    older = folder / f"tivm-desktop_{LOWER}_{run(['dpkg', '--print-architecture']).strip()}.deb"
    run(["dpkg-deb", "--root-owner-group", "-Zgzip", "-z1", "--build", tree, older])
    run(["rm", "-rf", "--", tree])
    return older


def make_stand_in(package: Path, folder: Path) -> Path:
    """Make a package with nothing in it that needs what `package` needs; return its file.

    Args:
        package: the package.
        folder: where it is made; emptied first.
    """
    run(["rm", "-rf", "--", folder])
    (folder / "tree" / "DEBIAN").mkdir(parents=True)
    fields = [f"{name}: {run(['dpkg-deb', '--field', package, name]).strip()}" for name in _ASKS_FOR]
    control = [f"Package: {STAND_IN}", "Version: 1", "Maintainer: nobody <nobody@localhost>"]
    control += [field for field in fields if not field.endswith(": ")] + ["Description: what it needs"]
    (folder / "tree" / "DEBIAN" / "control").write_text("".join(f"{line}\n" for line in control))
    made = folder / f"{STAND_IN}.deb"
    run(["dpkg-deb", "--root-owner-group", "--build", folder / "tree", made])
    return made


def lowered(control: str) -> str:
    """Return control data with `LOWER` for its version.

    Raises:
        BrokenPromiseError: it has no version.
    """
    text, number = re.subn(r"^Version: .*$", f"Version: {LOWER}", control, flags=re.MULTILINE)
    if number != 1:
        raise BrokenPromiseError("the package's control data has no version")
    return text
