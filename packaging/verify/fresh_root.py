"""A bare system in a folder: made by debootstrap, with what a chroot takes mounted, and safely taken away."""

import os
import shutil
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path

from verify.commands import run
from verify.machine import apt_settings, suites
from verify.place import LANGUAGE, Sound
from verify.report import BrokenPromiseError, ForbiddenError

USER, NUMBER = "creator", 1000
_SCREENS = "tmp/.X11-unix"
_SOUND = "run/sound"
_ARCHIVES = "var/cache/apt/archives"
_GIVEN = "var/cache/apt/given"
_SESSION = f"run/user/{NUMBER}"
"""What the system has for a user who is logged in, and takes away at logging out."""
_PATIENCE_S = 10.0
_OUT_OF_REACH = ("Failed getting release file", "Couldn't download", "Couldn't retrieve")
"""What debootstrap says where it gets nothing."""
SPACE_GB = 4
MEMORY_GB = 8.0
"""With so much free, a root in memory leaves enough for the program and the compressor of packages."""


class FreshRoot:
    """A root file system with one ordinary user.

    Args:
        folder: the root; there is nothing yet.
        archives: where downloaded packages are kept from one run to the next.
        log: takes in what debootstrap, apt and dpkg say.
    """

    def __init__(self, folder: Path, archives: Path, log: Path) -> None:
        self.folder = folder
        self.name = "a fresh root"
        self.home = Path("/home") / USER
        self._archives = archives
        self._log = log
        self._mounts = ExitStack()

    def make(self) -> dict[str, object]:
        """Have debootstrap make it and give it a user; return what it was made of.

        Raises:
            ForbiddenError: the archive of this machine's own packages can't be reached.
            BrokenPromiseError: debootstrap fails.
        """
        sources = suites()
        self._archives.mkdir(parents=True, exist_ok=True)
        (self._archives / "partial").mkdir(exist_ok=True)
        began_s = time.monotonic()
        main = sources[0]
        options = ["--variant=minbase", f"--cache-dir={self._archives}"]
        try:
            run(["debootstrap", *options, main.suite, self.folder, main.address], log=self._log)
        except BrokenPromiseError as error:
            if any(sign in self._log.read_text(errors="replace") for sign in _OUT_OF_REACH):
                raise ForbiddenError(f"This machine doesn't reach the archive {main.address}.") from error
            raise
        took_s = time.monotonic() - began_s
        (self.folder / "etc/apt/sources.list").write_text("".join(f"{one.line()}\n" for one in sources))
        (self.folder / "etc/apt/apt.conf.d/90verify").write_text(apt_settings())
        (self.folder / "etc/dpkg/dpkg.cfg.d/90verify").write_text("force-unsafe-io\n")
        policy = self.folder / "usr/sbin/policy-rc.d"
        policy.write_text("#!/bin/sh\nexit 101\n")
        policy.chmod(0o755)
        self.as_root("useradd", "--create-home", "--uid", str(NUMBER), "--shell", "/bin/bash", USER)
        session = self.folder / _SESSION
        session.mkdir(parents=True, mode=0o700)
        self.give(session)
        packages = self.as_root("dpkg-query", "--show", "--showformat=${Package}\n").split()
        return {"suite": main.suite, "packages": len(packages), "debootstrap_s": round(took_s, 1)}

    @contextmanager
    def ground(self, *, keep: bool) -> Iterator[str]:
        """Give it a place: in memory where there is plenty, which takes half the time, else on the disk.

        Args:
            keep: put it on the disk and leave it there.

        Yields:
            Which of both it is, in words.
        """
        remove(self.folder)
        self.folder.mkdir(parents=True)
        if keep or memory_gb(Path("/proc/meminfo").read_text()) < MEMORY_GB:
            space_for(self.folder, SPACE_GB)
            try:
                yield "on the disk"
            finally:
                if not keep:
                    remove(self.folder)
            return
        with _mounted(["-t", "tmpfs", "-o", f"size={SPACE_GB}g,mode=755", "tmpfs"], self.folder):
            yield "in memory"
        self.folder.rmdir()

    @contextmanager
    def mounted(self) -> Iterator[None]:
        """Mount what programs in it need; unmount it whatever happens."""
        with ExitStack() as mounts:
            for kind, target in (("proc", "proc"), ("sysfs", "sys"), ("tmpfs", "dev/shm")):
                mounts.enter_context(_mounted(["-t", kind, kind], self.folder / target))
            mounts.enter_context(self._lent(Path("/tmp/.X11-unix"), _SCREENS))  # noqa: S108 - X11's own place
            mounts.enter_context(self._lent(self._archives, _ARCHIVES))
            yield

    @contextmanager
    def with_sound(self, sound: Sound) -> Iterator[None]:
        """Let programs in it reach a sound server of the host."""
        sound.folder.chmod(0o755)
        with self._lent(sound.folder, _SOUND):
            yield

    def lend(self, package: Path) -> str:
        """Put a package where apt in the root finds it, and return that path."""
        (self.folder / _GIVEN).mkdir(parents=True, exist_ok=True)
        shutil.copy(package, self.folder / _GIVEN)
        return f"/{_GIVEN}/{package.name}"

    def as_root(self, *words: str, timeout_s: float = 300.0) -> str:
        """Run a command in it as root and return its stdout.

        Raises:
            BrokenPromiseError: it fails.
        """
        settings = {"DEBIAN_FRONTEND": "noninteractive", "PATH": "/usr/sbin:/usr/bin:/sbin:/bin", **LANGUAGE}
        return run(["chroot", self.folder, *words], log=self._log, environment=settings, timeout_s=timeout_s)

    def seen(self, inside: Path) -> Path:
        """Return where a file of the root lies for the host."""
        return self.folder / inside.relative_to("/")

    def give(self, path: Path) -> None:
        """Have files below `path` belong to the user."""
        for one in (path, *path.rglob("*")):
            os.chown(one, NUMBER, NUMBER, follow_symlinks=False)

    def command(
        self, words: Sequence[str], environment: Mapping[str, str] | None = None, sound: Sound | None = None
    ) -> list[str]:
        """Return the command that runs `words` in it as the user."""
        settings = {"HOME": str(self.home), "USER": USER, "PATH": "/usr/bin:/bin", **LANGUAGE}
        settings["XDG_RUNTIME_DIR"] = f"/{_SESSION}"
        settings |= environment or {}
        if sound is not None:
            settings |= {"PULSE_SERVER": f"unix:/{_SOUND}/socket", "ALSA_CONFIG_PATH": f"/{_SOUND}/alsa.conf"}
        return [
            "chroot", f"--userspec={NUMBER}:{NUMBER}", "--groups=", str(self.folder),
            "/usr/bin/env", "-i", "-C", str(self.home), *(f"{k}={v}" for k, v in settings.items()), *words,
        ]  # fmt: skip

    def program(self, name: str) -> str:
        """Return the command's name: it is found where the package put it, on the user's PATH."""
        return name

    def _lent(self, source: Path, target: str) -> "ExitStack":
        stack = ExitStack()
        source.mkdir(parents=True, exist_ok=True)
        (self.folder / target).mkdir(parents=True, exist_ok=True)
        stack.enter_context(_mounted(["--bind", str(source)], self.folder / target))
        return stack


def remove(root: Path) -> None:
    """Delete a root, unless something is mounted there: then what is mounted would be deleted too.

    Raises:
        BrokenPromiseError: something is mounted there.
    """
    inside = mounts_below(root, Path("/proc/self/mountinfo").read_text())
    if inside:
        raise BrokenPromiseError(f"{root} is not deleted: {', '.join(inside)} is still mounted; unmount it")
    if root.exists():
        run(["rm", "-rf", "--one-file-system", "--", root])


def mounts_below(folder: Path, mountinfo: str) -> list[str]:
    """Return what is mounted at `folder` or below it, by the lines of /proc/self/mountinfo."""
    found = []
    for line in mountinfo.splitlines():
        target = line.split(" ")[4].encode().decode("unicode_escape")
        if Path(target).is_relative_to(folder):
            found.append(target)
    return found


@contextmanager
def _mounted(source: list[str], target: Path) -> Iterator[None]:
    run(["mount", *source, target])
    try:
        yield
    finally:
        _unmount(target)


def _unmount(target: Path) -> None:
    """Unmount, waiting for programs that are just ending; then detach it, which always succeeds."""
    give_up_s = time.monotonic() + _PATIENCE_S
    while time.monotonic() < give_up_s:
        try:
            run(["umount", target])
        except BrokenPromiseError:
            time.sleep(0.2)
        else:
            return
    run(["umount", "--lazy", target])


def memory_gb(meminfo: str) -> float:
    """Return how much memory is free for use, by the lines of /proc/meminfo."""
    return next(
        (int(line.split()[1]) / 1e6 for line in meminfo.splitlines() if line.startswith("MemAvailable:")), 0.0
    )


def space_for(folder: Path, needed_gb: float) -> None:
    """Check that a root finds room.

    Raises:
        BrokenPromiseError: it doesn't.
    """
    folder.mkdir(parents=True, exist_ok=True)
    free_gb = shutil.disk_usage(folder).free / 1e9
    if free_gb < needed_gb:
        raise BrokenPromiseError(f"{folder} has {free_gb:.1f} GB free; {needed_gb:.0f} GB are needed")
