"""What a report leaves out: who the user is, where files lie, and what they are called."""

import re
from collections.abc import Sequence
from pathlib import Path, PurePath

_MEDIA = (
    r"3gp|aac|aiff?|ape|avi|caf|flac|flv|m2ts|m4[abv]|mk[av]|mov|mp[34c]|mpe?g|mts|mxf|og[agv]|opus|srt|tak|ts|tta"
    r"|wav|webm|wm[av]|wv"
)
_ENDS = rf"\.(?P<ends>{_MEDIA})(?![\w.])"
_FILE = re.compile(
    rf"(?P<verb>\bauditioning )?(?P<name>[^\s/\\\"'<>|:,;][^/\\\"'<>|:\n]*?){_ENDS}", re.IGNORECASE
)
"""A media file's name, blanks in it included: from the last mark that names don't have."""
_ROOT = r"(?:~|(?<![\w.~*>])/(?=[\w~])|\b[A-Za-z]:[\\/]|\\\\)"
_QUOTED = re.compile(rf"(?P<mark>[\"'])(?P<path>{_ROOT}[^\"'\n]*)(?P=mark)")
_MEDIA_PATH = re.compile(rf"(?:{_ROOT}|<folder \d+>[/\\])[^\"'<>|\n]*?(?=[^/\\\n]*?{_ENDS})", re.IGNORECASE)
_BELOW = re.compile(r"(?P<folder><folder \d+>)[/\\](?!<)[^\s\"'<>|:,;()]+")
_PATH = re.compile(rf"{_ROOT}[^\s\"'<>|:,;()]*")
_HOMES = re.compile(r"(?:/home/|/Users/|[A-Za-z]:[\\/]+Users[\\/]+)[^/\\\s\"':]+")


class Privacy:
    """Takes private names out of lines; the same file is called the same in all of them.

    Args:
        own: folders whose paths are told: the program's, Python's, the profile's.
        private: folders of the user that are known, such as those of music.
        home: the user's home.
        user: the name they log in with.
    """

    def __init__(self, own: Sequence[Path], private: Sequence[Path], home: Path, user: str) -> None:
        self._home = home
        self._private = sorted({str(folder) for folder in private}, key=len, reverse=True)
        self._own = tuple(self._at_home(str(folder)) for folder in own)
        told = len(user) < 3 or user == "root"
        self._user = None if told else re.compile(rf"(?<!\w){re.escape(user)}(?!\w)")
        self._files: dict[str, str] = {}

    def clean(self, line: str) -> str:
        """Return a line without what is private."""
        for number, folder in enumerate(self._private, start=1):
            line = line.replace(folder, f"<folder {number}>")
        line = self._at_home(line)
        line = _QUOTED.sub(lambda found: found["mark"] + self._path(found["path"]) + found["mark"], line)
        line = _MEDIA_PATH.sub(lambda found: self._folder(found[0]), line)
        line = _FILE.sub(self._file, line)
        line = _BELOW.sub(lambda found: f"{found['folder']}/…", line)
        line = _PATH.sub(lambda found: self._path(found[0]), line)
        return self._user.sub("<user>", line) if self._user is not None else line

    def _at_home(self, text: str) -> str:
        home = str(self._home)
        if len(home) > 1:
            text = re.sub(rf"{re.escape(home)}(?![\w.-])", "~", text)
        return _HOMES.sub("~", text)

    def _is_own(self, path: str) -> bool:
        return path.startswith(self._own)

    def _folder(self, path: str) -> str:
        known = re.match(r"<folder \d+>", path)
        return path if self._is_own(path) else f"{known[0] if known else '…'}/"

    def _path(self, path: str) -> str:
        """Tell where the program's own files lie, and of others no more than how they end."""
        if self._is_own(path) or path == "~" or path.startswith(("~/…", "/dev/", "/proc/", "/sys/")):
            return path
        name = re.split(r"[/\\]", path.rstrip("/\\"))[-1]
        if _FILE.fullmatch(name):
            return "…/" + _FILE.sub(self._file, name)
        return f"…{PurePath(name).suffix}"

    def _file(self, found: "re.Match[str]") -> str:
        key = f"{found['name']}.{found['ends']}".casefold()
        number = self._files.setdefault(key, f"file {len(self._files) + 1}")
        return f"{found['verb'] or ''}<{number}>.{found['ends']}"
