"""Proves that the package does what it has to, on a system that has nothing else.

    ./dev package --verify [--here] [--deb FILE | --program DIR] [--video FILE] [--music DIR] [--keep]

A bare system is made by debootstrap from the archives that this machine's own apt uses; the package is
installed there by apt, used by an ordinary user under Xvfb, upgraded and taken away. `--here` proves less:
the package's files are unpacked and used on this machine. Everything that is found lies in `build/verify/`:
`report.json`, `report.txt`, pictures of the window, logs.

Exit status: 0 all that was looked at holds, 1 a promise is broken, 2 there is nothing to verify or tools are
missing, 3 this machine forbids what a fresh root takes.
"""

import argparse
import os
import shutil
import signal
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from benchmarks.null_sink import null_sink
from tests.app.screen import screen
from verify import package_proofs, proofs
from verify.bench import Bench
from verify.desk import ear
from verify.fresh_root import FreshRoot
from verify.machine import forbidden, lacking
from verify.material import make_material
from verify.place import Place, Sound
from verify.report import BrokenPromiseError, ForbiddenError, Report
from verify.unpacked import Unpacked, unpack

BROKEN, USAGE, FORBIDDEN = 1, 2, 3
ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "build" / "verify"
_IN_NAMESPACE = "--in-namespace"


def main() -> int:
    """Verify and return the exit status."""
    arguments = _parser().parse_args()
    package: Path | None = arguments.deb or _newest(ROOT / "dist")
    if package is None and not (arguments.here and arguments.program):
        return _refused(USAGE, "dist/ has no tivm-desktop_*.deb; run ./dev package first")
    if package is not None and not package.is_file():
        return _refused(USAGE, f"{package} is not there; run ./dev package first")
    if lacking() and not arguments.here:
        return _refused(USAGE, f"missing on this system: {', '.join(lacking())}; install them and try again")
    if not arguments.here and not arguments.in_namespace:
        obstacles = forbidden()
        if obstacles:
            return _refused(
                FORBIDDEN,
                f"this machine forbids {'; '.join(obstacles)}, so no fresh root can be used; run as root on "
                "a machine that allows it, or verify in part with --here",
            )
        own_mounts = ["unshare", "--mount", "--propagation", "private", sys.executable, "-m", "verify"]
        os.execvp("unshare", [*own_mounts, *sys.argv[1:], _IN_NAMESPACE])  # noqa: S606
    signal.signal(signal.SIGTERM, _stop)
    signal.signal(signal.SIGINT, signal.default_int_handler)
    FOLDER.mkdir(parents=True, exist_ok=True)
    for old in FOLDER.iterdir():
        if old.name not in ("archives", "demo", "root"):
            shutil.rmtree(old) if old.is_dir() else old.unlink()
    if arguments.here or package is None:
        return _verify_here(arguments, package)
    return _verify_in_root(arguments, package)


def _verify_in_root(arguments: argparse.Namespace, package: Path) -> int:
    report = Report(sys.stdout, "a fresh root", complete=True)
    root = FreshRoot(FOLDER / "root", FOLDER / "archives", FOLDER / "apt.log")
    try:
        with ExitStack() as stack:
            where = stack.enter_context(root.ground(keep=arguments.keep))
            with report.step("fresh root", "debootstrap makes a bare system") as step:
                step.note(where=where, **root.make())
            stack.enter_context(root.mounted())
            before: dict[str, str] = {}
            with _bench(root, arguments, stack) as bench:
                package_proofs.install(report, root, package, FOLDER / "needs", before)
                proofs.use(report, bench)
                package_proofs.remove(report, root, before)
                package_proofs.upgrade(report, root, bench, package, FOLDER / "older")
    except (BrokenPromiseError, ForbiddenError) as error:
        report.write(FOLDER)
        return _refused(FORBIDDEN if isinstance(error, ForbiddenError) else BROKEN, str(error))
    report.write(FOLDER)
    return 0


def _verify_here(arguments: argparse.Namespace, package: Path | None) -> int:
    report = Report(sys.stdout, "an unpacked tree on this machine", complete=False)
    why = f"--here: {'; '.join(forbidden()) or 'asked for'}"
    for name, promise in (
        ("fresh root", "debootstrap makes a bare system"),
        ("install", "apt installs it in a bare system, with what it depends on"),
        ("purge", "nothing is left in the system but the user's own data"),
        ("upgrade", "the library outlives an upgrade and a reinstallation"),
    ):
        report.leave_out(name, promise, why)
    try:
        with ExitStack() as stack:
            with report.step("unpack", "the package has the program in it"):
                tree: Path | None = arguments.program
                if tree is None and package is not None:
                    tree = unpack(package, FOLDER / "unpacked")
                place = Unpacked(tree or FOLDER, FOLDER / "home")
            with _bench(place, arguments, stack) as bench:
                proofs.use(report, bench)
    except BrokenPromiseError as error:
        report.write(FOLDER)
        return _refused(BROKEN, str(error))
    report.write(FOLDER)
    return 0


@contextmanager
def _bench(place: Place, arguments: argparse.Namespace, stack: ExitStack) -> Iterator[Bench]:
    """Screen, sound server, and something to drop."""
    desk = stack.enter_context(screen(FOLDER / "screen.log"))
    sink = stack.enter_context(null_sink())
    sound = Sound(Path(sink.environment["PULSE_RUNTIME_PATH"]))
    if isinstance(place, FreshRoot):
        stack.enter_context(place.with_sound(sound))
    recording = FOLDER / "sound.raw"
    with ear(sink, recording) as heard:
        material = make_material(place, FOLDER / "demo", arguments.video, arguments.music)
        yield Bench(place, FOLDER, desk, sound, heard, material)


def _newest(folder: Path) -> Path | None:
    found = sorted(folder.glob("tivm-desktop_*.deb"), key=lambda path: path.stat().st_mtime)
    return found[-1] if found else None


def _refused(status: int, sentence: str) -> int:
    sys.stderr.write(f"verify: {sentence}\n")
    return status


def _stop(number: int, _: object) -> None:
    raise SystemExit(128 + number)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="./dev package --verify",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument(
        "--here", action="store_true", help="in an unpacked tree on this machine: proves less"
    )
    parser.add_argument("--deb", type=Path, metavar="FILE", help="the package; the newest in dist/")
    parser.add_argument("--program", type=Path, metavar="DIR", help="with --here: the program's own folder")
    parser.add_argument("--video", type=Path, metavar="FILE", help="a video to drop instead of the demo's")
    parser.add_argument("--music", type=Path, metavar="DIR", help="music to rank instead of the demo's")
    parser.add_argument("--keep", action="store_true", help="leave the root where it is")
    parser.add_argument(_IN_NAMESPACE, action="store_true", help=argparse.SUPPRESS)
    return parser


if __name__ == "__main__":
    sys.exit(main())
