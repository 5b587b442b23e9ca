"""What this machine is and allows."""

import os
import platform
import shutil
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass

from verify.report import ForbiddenError

TOOLS = {
    "debootstrap": "debootstrap",
    "strace": "strace",
    "unshare": "util-linux",
    "dpkg-deb": "dpkg",
    "Xvfb": "xvfb",
    "openbox": "openbox",
    "xdotool": "xdotool",
    "pulseaudio": "pulseaudio",
    "parec": "pulseaudio-utils",
}
"""Programs, and the Debian packages they are in."""
_ATTEMPTS = (
    ("a mount namespace (unshare --mount)", ("unshare", "--mount", "true")),
    ("mounting", ("unshare", "--mount", "mount", "-t", "tmpfs", "verify", "/mnt")),
    ("mounting /proc", ("unshare", "--mount", "mount", "-t", "proc", "proc", "/mnt")),
    ("chroot", ("chroot", "/", "true")),
    ("a network namespace (unshare --net)", ("unshare", "--net", "true")),
)


@dataclass(frozen=True, slots=True)
class Suite:
    """One archive that the machine takes its own packages from."""

    address: str
    suite: str
    components: str

    def line(self) -> str:
        """As a line of sources.list."""
        return f"deb {self.address} {self.suite} {self.components}"


def lacking() -> list[str]:
    """Return the Debian packages of tools that are not here."""
    return sorted({package for tool, package in TOOLS.items() if shutil.which(tool) is None})


def forbidden() -> list[str]:
    """Return what a fresh root takes and this machine forbids, in words."""
    if os.geteuid() != 0:
        return ["everything that needs root (this is an ordinary user)"]
    return [what for what, attempt in _ATTEMPTS if not works(attempt)]


def can_trace() -> bool:
    """Tell whether strace may look at a program's calls here."""
    return shutil.which("strace") is not None and works(("strace", "-f", "-e", "trace=network", "true"))


def can_unplug() -> bool:
    """Tell whether a program can be started in a network namespace without any interface."""
    return works(("unshare", "--net", "true"))


def works(words: Sequence[str]) -> bool:
    """Tell whether a command ends with status 0."""
    try:
        return subprocess.run(words, capture_output=True, timeout=30, check=False).returncode == 0
    except (OSError, subprocess.TimeoutExpired):
        return False


def suites() -> list[Suite]:
    """Return the archives of this machine's own release, the main one first.

    Raises:
        ForbiddenError: this is no Debian or Ubuntu with apt sources.
    """
    codename = platform.freedesktop_os_release().get("VERSION_CODENAME", "")
    form = "$(REPO_URI)\t$(RELEASE)\t$(COMPONENT)"
    done = subprocess.run(
        ("apt-get", "indextargets", "--format", form, "Created-By: Packages"),
        capture_output=True,
        text=True,
        check=False,
    )
    components: dict[tuple[str, str], list[str]] = {}
    for line in done.stdout.splitlines():
        address, release, component = line.split("\t")
        of = components.setdefault((address, release), [])
        if component not in of:
            of.append(component)
    found = [Suite(address, release, " ".join(of)) for (address, release), of in components.items()]
    own = [one for one in found if codename and one.suite in (codename, f"{codename}-updates")]
    own += [one for one in found if codename and one.suite == f"{codename}-security"]
    if not any(one.suite == codename for one in own):
        raise ForbiddenError(f"This machine's apt sources name no archive of its own release ({codename}).")
    return sorted(own, key=lambda one: one.suite != codename)


def apt_settings() -> str:
    """Return how this machine's apt reaches its archives (proxies, retries), as apt.conf has it."""
    done = subprocess.run(("apt-config", "dump"), capture_output=True, text=True, check=False)
    ours = ("Acquire::http", "Acquire::Retries", "Acquire::ForceIPv4")
    lines = [line for line in done.stdout.splitlines() if line.startswith(ours) and '""' not in line]
    return "".join(f"{line}\n" for line in lines)
