"""The promises about the package itself: it comes, is upgraded, goes, comes back; the library stays."""

import json
import re
from pathlib import Path

from verify.bench import Bench
from verify.file_list import PACKAGE_MANAGER, difference, listing
from verify.fresh_root import FreshRoot
from verify.library_state import RATING, LibraryState, library_state, marks_file
from verify.other_packages import STAND_IN, make_older, make_stand_in
from verify.place import profile_files
from verify.report import BrokenPromiseError, Report

PACKAGE = "tivm-desktop"
_LET_OFF = (*PACKAGE_MANAGER, "home", "run/user")
_COMES = re.compile(r"^Inst (\S+) ", re.MULTILINE)
_DOWNLOADED = re.compile(r"Need to get ([\d.,]+ \w+)")


def install(report: Report, root: FreshRoot, package: Path, folder: Path, before: dict[str, str]) -> None:
    """The first installation, with everything that the package depends on.

    What it depends on comes first, through an empty package that asks for the same, so that what the package
    itself leaves behind can be told from what others do.

    Args:
        report: takes in the step.
        root: the bare system.
        package: the package.
        folder: where the empty package is made.
        before: is filled with what lies in the root before it and after all that it depends on.
    """
    with report.step("install", "apt installs it in a bare system, with what it depends on") as step:
        root.as_root("apt-get", "update")
        known = _packages(root)
        would = _apt(root, "install", "--simulate", root.lend(package))
        wanted = set(_COMES.findall(would)) - {PACKAGE} - known.keys()
        said = _apt(root, "install", root.lend(make_stand_in(package, folder)))
        came = _packages(root)
        other = (came.keys() - known.keys() - {STAND_IN}) ^ wanted
        if other:
            raise BrokenPromiseError(f"an empty package that asks for the same differs by {', '.join(other)}")
        before |= listing(root.folder, _LET_OFF)
        _apt(root, "install", root.lend(package))
        extra = _packages(root).keys() - came.keys()
        if extra != {PACKAGE}:
            raise BrokenPromiseError(f"installing it brought {', '.join(sorted(extra))}")
        asked = _DOWNLOADED.search(said)
        status = root.as_root("dpkg-query", "--show", "--showformat=${Version} ${Installed-Size}", PACKAGE)
        version, kilobytes = status.split()
        step.note(
            version=version,
            package_mb=round(package.stat().st_size / 1e6, 1),
            installed_mb=round(int(kilobytes) * 1024 / 1e6, 1),
            depends_on_packages=len(wanted),
            depends_on_mb=round(sum(came[name] for name in wanted) * 1024 / 1e6, 1),
            downloaded=asked[1] if asked else "nothing",
        )
        files = root.as_root("dpkg-query", "--listfiles", PACKAGE).splitlines()
        step.note(files=len(files), commands=sorted(path for path in files if path.startswith("/usr/bin/")))


def remove(report: Report, root: FreshRoot, before: dict[str, str]) -> None:
    """What is left when it is gone."""
    with report.step("purge", "nothing is left in the system but the user's own data") as step:
        home = listing(root.folder / "home")
        _apt(root, "purge", PACKAGE)
        left = difference(before, listing(root.folder, _LET_OFF))
        step.note(let_off=list(_LET_OFF), compared=len(before), left=left.sentence())
        if left:
            raise BrokenPromiseError(f"after purging: {left.sentence()}")
        changed = difference(home, listing(root.folder / "home"))
        step.note(user_files=len(home))
        if changed:
            raise BrokenPromiseError(f"purging touched the user's files: {changed.sentence()}")


def upgrade(report: Report, root: FreshRoot, bench: Bench, package: Path, folder: Path) -> None:
    """From a lower version with a library, to this one, away, and back."""
    database = profile_files(root) / "library.sqlite3"
    music = str(bench.material.music)
    with report.step("older version", "a lower version is installed and has a library with a rating") as step:
        bench.forget()
        older = make_older(package, folder)
        _apt(root, "install", root.lend(older))
        older.unlink()
        bench.tivm("index", music, "--json")
        rated = sorted(library_state(database).tracks.values())[0]
        file = root.seen(root.home) / "marks.json"
        file.write_text(marks_file(rated))
        root.give(file)
        bench.tivm("library", "import", str(root.home / file.name), "--json")
        file.unlink()
        before = library_state(database)
        step.note(version=_version(root), tracks=len(before.tracks), analyses=len(before.analyses))
        _check_rating(before, rated)
    with report.step("upgrade", "the library opens with its rating, and nothing is analysed anew") as step:
        _apt(root, "install", root.lend(package))
        step.note(version=_version(root), **_index_again(bench, music))
        _same(before, library_state(database))
        _check_rating(library_state(database), rated)
    with report.step("reinstall", "removed and installed again, the library is still there") as step:
        _apt(root, "remove", PACKAGE)
        if not database.is_file():
            raise BrokenPromiseError("removing the package removed the library")
        _apt(root, "install", root.lend(package))
        step.note(version=_version(root), **_index_again(bench, music))
        _same(before, library_state(database))
        _check_rating(library_state(database), rated)


def _index_again(bench: Bench, music: str) -> dict[str, object]:
    """What indexing says where all is known; it must not listen to anything."""
    said = json.loads(bench.tivm("index", music, "--json").splitlines()[-1])
    return {"tracks": said["full"], "failed": said["failed"], "took_s": said["took_s"]}


def _same(before: LibraryState, after: LibraryState) -> None:
    if after.tracks != before.tracks:
        raise BrokenPromiseError("the library names other tracks than before")
    if after.analyses != before.analyses:
        anew = sorted(key for key in before.analyses if after.analyses.get(key) != before.analyses[key])
        raise BrokenPromiseError(f"{len(anew)} analyses are not those from before: {', '.join(anew[:2])}")
    if after.marks != before.marks:
        raise BrokenPromiseError(f"ratings were {before.marks} and are {after.marks}")


def _check_rating(state: LibraryState, rated: str) -> None:
    if state.marks.get(rated) != (RATING["rating"], RATING["favourite"], RATING["notes"]):
        raise BrokenPromiseError(f"the rating is not there: {state.marks}")


def _version(root: FreshRoot) -> str:
    return root.as_root("dpkg-query", "--show", "--showformat=${Version}", PACKAGE)


def _packages(root: FreshRoot) -> dict[str, int]:
    """Installed packages and their sizes in KB."""
    said = root.as_root("dpkg-query", "--show", "--showformat=${Package} ${Installed-Size}\n")
    return {line.split()[0]: int(line.split()[1]) for line in said.splitlines() if len(line.split()) == 2}


def _apt(root: FreshRoot, *words: str) -> str:
    return root.as_root("apt-get", "--yes", "--quiet", *words)
