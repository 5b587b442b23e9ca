"""Settings that nothing else in the window shows: how they are kept, and what holds where none is."""

from datetime import date, datetime, timedelta
from typing import Literal

from tivm_desktop.gui.settings import Settings

HARDWARE, CONTINUE, PROVIDER = "playback/hardware", "start/continue", "compute/provider"
LANGUAGE = "window/language"
UPDATES, LOOKED = "updates/check", "updates/looked"
WEEK = timedelta(days=7)
_OFF, _YES, _WEEKLY = "off", "yes", "weekly"

Provider = Literal["auto", "cpu", "cuda"]


def is_on(settings: Settings, key: str) -> bool:
    """Tell whether something is on that is on unless it was switched off."""
    return settings.text(key) != _OFF


def keep_on(settings: Settings, key: str, *, on: bool) -> None:
    """Keep whether such a thing is on."""
    settings.remember(key, "" if on else _OFF)


def is_continued(settings: Settings) -> bool:
    """Tell whether a start opens what was open last."""
    return settings.text(CONTINUE) == _YES


def keep_continued(settings: Settings, *, on: bool) -> None:
    """Keep whether a start opens what was open last."""
    settings.remember(CONTINUE, _YES if on else "")


def kept_language(settings: Settings) -> str:
    """Return the code of the language that was chosen ("de"); empty for the system's."""
    return settings.text(LANGUAGE)


def keep_language(settings: Settings, code: str) -> None:
    """Keep which language the windows speak from the next start on; empty for the system's."""
    settings.remember(LANGUAGE, code)


def kept_provider(settings: Settings) -> Provider:
    """Return what is to compute, "auto" where nothing else was chosen."""
    kept = settings.text(PROVIDER)
    if kept == "cpu":
        return "cpu"
    return "cuda" if kept == "cuda" else "auto"


def keep_provider(settings: Settings, provider: Provider) -> None:
    """Keep what is to compute from the next start on."""
    settings.remember(PROVIDER, "" if provider == "auto" else provider)


def is_weekly(settings: Settings) -> bool:
    """Tell whether updates are looked for when the program starts. Not unless the user said so."""
    return settings.text(UPDATES) == _WEEKLY


def keep_weekly(settings: Settings, *, on: bool) -> None:
    """Keep whether updates are looked for."""
    settings.remember(UPDATES, _WEEKLY if on else "")


def today() -> date:
    """Return the day it is here."""
    return datetime.now().astimezone().date()


def looks_by_itself(settings: Settings, day: date) -> bool:
    """Tell whether a start on that day has to look for updates: the user wants it, a week has passed."""
    if not is_weekly(settings):
        return False
    try:
        looked = date.fromisoformat(settings.text(LOOKED))
    except ValueError:
        return True
    return not timedelta(0) <= day - looked < WEEK
