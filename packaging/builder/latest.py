"""What the program reads when the user asks for updates: `python -m builder.latest INTO` writes it."""

import argparse
import json
import os
import sys
from datetime import UTC, datetime
from pathlib import Path

from builder.changes import CHANGELOG, changes_of
from builder.program import ROOT, project_version
from builder.stamp import epoch

FILE = "latest.json"


class ReleaseError(ValueError):
    """What is to be released isn't what the tag says, or nobody says where."""


def write_latest(into: Path, tag: str, releases: str, second: int) -> Path:
    """Write latest.json for a release and return it.

    Args:
        into: where it goes.
        tag: of the release, "v" and the version.
        releases: HTTPS address of the page where releases are published.
        second: of the release, Unix time.

    Raises:
        ReleaseError: the tag is not of the project's version, or the address isn't one.
        OSError: it can't be written.
    """
    version = project_version()
    if tag != f"v{version}":
        raise ReleaseError(f"The tag is {tag!r}, the project's version {version}: set one to the other.")
    if not releases.startswith("https://"):
        raise ReleaseError(
            f"TIVM_RELEASES_URL is {releases!r}: set it to an address that begins with https://."
        )
    changes = changes_of(version, CHANGELOG.read_text(encoding="utf-8"))
    told = {
        "version": version,
        "date": datetime.fromtimestamp(second, UTC).date().isoformat(),
        "notes": "\n".join(f"- {change}" for change in changes)[:2000],
        "page": f"{releases.rstrip('/')}/tag/{tag}",
    }
    into.mkdir(parents=True, exist_ok=True)
    file = into / FILE
    file.write_text(json.dumps(told, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return file


def main() -> int:
    """Write it for the tag in GITHUB_REF_NAME or --tag; return the process's exit status."""
    parser = argparse.ArgumentParser(prog="python -m builder.latest", description=__doc__)
    parser.add_argument("into", type=Path)
    parser.add_argument("--tag", default=os.environ.get("GITHUB_REF_NAME", ""))
    arguments = parser.parse_args()
    try:
        file = write_latest(
            arguments.into, arguments.tag, os.environ.get("TIVM_RELEASES_URL", ""), epoch(ROOT)
        )
    except (ReleaseError, OSError) as error:
        sys.stderr.write(f"{error}\n")
        return 1
    sys.stdout.write(f"{file}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
