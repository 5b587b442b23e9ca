"""A start of the whole program that notes every socket it makes and every module of the network it loads."""

import json
import os
import socket
import sys

LOUD = ("tivm_desktop.gui.update_control", "urllib.request", "http.client", "ssl")


def listen() -> list[str]:
    """Note from now on what this process does with sockets other than those of this machine's files."""
    noted: list[str] = []

    def hear(event: str, details: tuple[object, ...]) -> None:
        if event == "socket.__new__" and details[1] != socket.AF_UNIX:
            noted.append(f"{event} {details[1:]}")
        elif event in ("socket.connect", "socket.bind") and isinstance(details[1], tuple):
            noted.append(f"{event} {details[1]}")
        elif event in ("socket.getaddrinfo", "socket.gethostbyname"):
            noted.append(f"{event} {details}")

    sys.addaudithook(hear)
    return noted


def main(profile: str) -> None:
    """Run for a second on a profile, and say on stdout what was noted."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    noted = listen()
    from tivm_desktop.app import main as start

    status = start(["--profile", profile, "--provider", "cpu", "--smoke", "1"])
    loaded = [name for name in sys.modules if name in LOUD or name.startswith("tivm_desktop.online")]
    sys.stdout.write(json.dumps({"status": status, "sockets": noted, "loaded": loaded}) + "\n")


if __name__ == "__main__":
    main(sys.argv[1])
