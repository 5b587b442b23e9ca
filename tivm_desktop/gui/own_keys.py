"""The user's own keys: kept in the settings, one entry per command that was changed."""

import json
from collections.abc import Iterable, Mapping, Sequence

from tivm_desktop.gui.keys import RESERVED, canonical
from tivm_desktop.gui.settings import Settings


class OwnKeys:
    """Reads and writes them; an entry that can't be read counts as not there.

    Args:
        settings: None keeps nothing beyond this run.
    """

    def __init__(self, settings: Settings | None) -> None:
        self._settings = settings
        self._own: dict[str, tuple[str, ...] | None] = {}

    def of(self, name: str) -> tuple[str, ...] | None:
        """Return the user's keys for a command, none at all where all were taken away; None: as it came."""
        if name not in self._own:
            text = self._settings.text(f"keys/{name}") if self._settings is not None else ""
            self._own[name] = _read(text)
        return self._own[name]

    def keep(self, name: str, keys: Sequence[str] | None) -> None:
        """Keep a command's keys for the next start; None: as it came."""
        self._own[name] = None if keys is None else tuple(keys)
        if self._settings is not None:
            self._settings.remember(f"keys/{name}", "" if keys is None else json.dumps(list(keys)))


def share_out(
    defaults: Mapping[str, Sequence[str]], own: Mapping[str, Sequence[str] | None]
) -> dict[str, tuple[str, ...]]:
    """Give each key to one command: the user's own before what came, then who was there first.

    Args:
        defaults: canonical keys of each command as it came, in the order of the commands.
        own: the user's keys for some of them; an empty sequence takes all keys away.

    Returns:
        The keys of every command, in the order of `defaults`.
    """
    holders: dict[str, str] = {}
    for name in defaults:
        for key in own.get(name) or ():
            holders.setdefault(key, name)
    for name, keys in defaults.items():
        if own.get(name) is None:
            for key in keys:
                holders.setdefault(key, name)
    chosen = {name: _or(own.get(name), keys) for name, keys in defaults.items()}
    return {name: tuple(k for k in keys if holders.get(k) == name) for name, keys in chosen.items()}


def _or(own: Sequence[str] | None, default: Sequence[str]) -> Iterable[str]:
    return dict.fromkeys(default if own is None else own)


def _read(text: str) -> tuple[str, ...] | None:
    try:
        held = json.loads(text)
    except ValueError:
        return None
    if not isinstance(held, list):
        return None
    keys = tuple(canonical(key) for key in held if isinstance(key, str))
    return keys if len(keys) == len(held) and all(key and key not in RESERVED for key in keys) else None
