"""What a program asked of the network, read from `strace -f -e trace=network -o FILE`."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

INTERNET = ("AF_INET", "AF_INET6")
"""Families whose addresses lie outside the machine, or may."""
_CALL = re.compile(r"^(?:\[pid\s+)?(?:\d+\]?\s+)?(?:[\d.]+\s+)?(\w+)\((.*)$")
_ADDRESS = re.compile(r"sa_family=(AF_\w+)")
_OPENS = ("socket", "socketpair")
_REACHES = ("connect", "bind", "sendto", "sendmsg", "sendmmsg")


@dataclass(frozen=True, slots=True)
class NetworkCalls:
    """Calls by the family of the address."""

    opened: Counter[str] = field(default_factory=Counter)
    """Sockets made."""
    reached: Counter[str] = field(default_factory=Counter)
    """Addresses that were connected to, bound or sent to, "call family"."""
    internet: list[str] = field(default_factory=list)
    """Lines of calls that reach for an internet address, from first to last."""

    def facts(self) -> dict[str, object]:
        """Everything, as JSON has it."""
        return {"sockets": dict(self.opened), "addresses": dict(self.reached), "internet": self.internet[:5]}


def network_calls(lines: Iterable[str]) -> NetworkCalls:
    """Count what strace wrote; a call that another thread interrupts has its address in the first half."""
    calls = NetworkCalls()
    for line in lines:
        match = _CALL.match(line)
        if match is None:
            continue
        name, arguments = match[1], match[2]
        if name in _OPENS:
            calls.opened[_family(arguments)] += 1
        elif name in _REACHES:
            for family in _ADDRESS.findall(arguments):
                calls.reached[f"{name} {family}"] += 1
                if family in INTERNET:
                    calls.internet.append(line.strip())
    return calls


def _family(arguments: str) -> str:
    return arguments.split(",", 1)[0].split("|", 1)[0].strip(") ")
