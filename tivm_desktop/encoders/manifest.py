"""`pack.json`: what a pack says it holds, read strictly."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import Any, TypeVar

from tivm_desktop.domain.errors import PackError

MANIFEST_NAME = "pack.json"
FORMAT = 1

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class FileEntry:
    """A file of the pack and its SHA-256, hexadecimal."""

    path: Path
    sha256: str


@dataclass(frozen=True, slots=True)
class Source:
    """Where a part of the pack comes from and under which licence."""

    part: str
    package: str
    version: str
    licence: str
    licence_file: str
    copyright: str
    url: str


@dataclass(frozen=True, slots=True)
class EncoderSpec:
    """An encoder of a pack: its file and what goes in and comes out."""

    file: FileEntry
    name: str
    preprocessing: str
    """Id of what is done to pictures or sound before the graph; `encoders` selects the code by it."""
    feature_dim: int
    inputs: Mapping[str, tuple[int | str, ...]]
    """Shapes of the graph's inputs by name; free dimensions carry a name."""
    outputs: Mapping[str, tuple[int | str, ...]]

    @property
    def encoder_id(self) -> str:
        """Identity of the numbers this encoder gives; changes whenever file or preprocessing does."""
        return f"{self.name}+{self.preprocessing}@{self.file.sha256[:12]}"


@dataclass(frozen=True, slots=True)
class FrameSpec(EncoderSpec):
    """The encoder of pictures."""

    input_size: tuple[int, int]
    """Width and height of the frames it takes, in pixels."""
    classes: tuple[str, ...] = ()
    """Names of the classes whose posteriors it gives, or none."""
    wnids: tuple[str, ...] = ()
    """WordNet ids of the same classes."""
    classes_file: FileEntry | None = None


@dataclass(frozen=True, slots=True)
class MusicSpec(EncoderSpec):
    """The encoder of music."""

    rate_hz: int
    """Sample rate of the mono sound it takes."""
    tags: tuple[str, ...] = ()
    """Names of the tags whose probabilities it gives, or none."""


@dataclass(frozen=True, slots=True)
class Manifest:
    """A parsed `pack.json`; the files it names have not been looked at."""

    name: str
    version: str
    description: str
    frame: FrameSpec
    music: MusicSpec
    sources: tuple[Source, ...]
    licence_files: tuple[FileEntry, ...]
    figures: Mapping[str, Any] = field(default_factory=dict)
    calibration: Mapping[str, Any] = field(default_factory=dict)


def read_manifest(folder: Path) -> Manifest:
    """Read `pack.json` of a pack's folder.

    Raises:
        PackError: it is missing, is not JSON, lacks an entry, has one of a wrong kind, or names a file
            outside the folder.
    """
    path = folder / MANIFEST_NAME
    try:
        document = json.loads(path.read_text("utf-8"))
    except OSError as error:
        raise PackError(
            path,
            f"{folder} is not a model pack, as its {MANIFEST_NAME} can't be read ({error.strerror}); "
            "choose a pack's folder.",
        ) from error
    except (ValueError, RecursionError) as error:
        raise PackError(path, f"{path} is not valid JSON ({error}); get the pack again.") from error
    return _Reader(folder, path).manifest(document)


class _Reader:
    """Takes entries out of a JSON document and refuses what is not as it should be."""

    def __init__(self, folder: Path, path: Path) -> None:
        self._folder = folder
        self._path = path

    def manifest(self, document: object) -> Manifest:
        if not isinstance(document, dict):
            raise self._error("is not a JSON object")
        if document.get("format") != FORMAT:
            raise self._error(f"has format {document.get('format')!r} where this version reads {FORMAT}")
        return Manifest(
            name=self._take(document, "name", str),
            version=self._take(document, "version", str),
            description=self._take(document, "description", str, ""),
            frame=self._frame(self._take(document, "frame", dict)),
            music=self._music(self._take(document, "music", dict)),
            sources=tuple(self._source(entry) for entry in self._take(document, "sources", list)),
            licence_files=tuple(self._file(entry) for entry in self._take(document, "licence_files", list)),
            figures=self._take(document, "figures", dict, {}),
            calibration=self._take(document, "calibration", dict, {}),
        )

    def _frame(self, entry: dict[str, Any]) -> FrameSpec:
        size = self._take(entry, "input_size", list)
        if len(size) != 2 or not all(isinstance(side, int) and 0 < side <= 4096 for side in size):
            raise self._error("says an input_size that is not [width, height]")
        classes_file = self._file(entry["classes_file"]) if "classes_file" in entry else None
        classes, wnids = self._classes(classes_file) if classes_file else ((), ())
        return FrameSpec(
            **self._encoder(entry),
            input_size=(size[0], size[1]),
            classes=classes,
            wnids=wnids,
            classes_file=classes_file,
        )

    def _music(self, entry: dict[str, Any]) -> MusicSpec:
        rate = self._take(entry, "rate_hz", int)
        if not 4000 <= rate <= 192000:
            raise self._error(f"says a rate_hz of {rate}")
        return MusicSpec(
            **self._encoder(entry), rate_hz=rate, tags=self._names(self._take(entry, "tags", list, []))
        )

    def _encoder(self, entry: dict[str, Any]) -> dict[str, Any]:
        return {
            "file": self._file(entry),
            "name": self._take(entry, "name", str),
            "preprocessing": self._take(entry, "preprocessing", str),
            "feature_dim": self._take(entry, "feature_dim", int),
            "inputs": self._shapes(self._take(entry, "inputs", dict)),
            "outputs": self._shapes(self._take(entry, "outputs", dict)),
        }

    def _shapes(self, entry: dict[str, Any]) -> dict[str, tuple[int | str, ...]]:
        for name, shape in entry.items():
            if not isinstance(shape, list) or not all(isinstance(size, int | str) for size in shape):
                raise self._error(f"says a shape of {name} that is not a list of numbers and names")
        return {name: tuple(shape) for name, shape in entry.items()}

    def _classes(self, file: FileEntry) -> tuple[tuple[str, ...], tuple[str, ...]]:
        try:
            entries = json.loads(file.path.read_text("utf-8"))
        except OSError as error:
            raise PackError(
                file.path, f"{file.path} is missing from the pack ({error.strerror}); get the pack again."
            ) from error
        except (ValueError, RecursionError) as error:
            raise PackError(
                file.path, f"{file.path} is not valid JSON ({error}); get the pack again."
            ) from error
        if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
            raise PackError(file.path, f"{file.path} is not a list of classes; get the pack again.")
        names = tuple(self._take(entry, "name", str) for entry in entries)
        return names, tuple(self._take(entry, "wnid", str) for entry in entries)

    def _names(self, values: list[Any]) -> tuple[str, ...]:
        if not all(isinstance(value, str) for value in values):
            raise self._error("has a list of names with something else in it")
        return tuple(values)

    def _source(self, entry: object) -> Source:
        if not isinstance(entry, dict):
            raise self._error("has a source that is not an object")
        return Source(**{name: self._take(entry, name, str) for name in Source.__slots__})

    def _file(self, entry: object) -> FileEntry:
        if not isinstance(entry, dict):
            raise self._error("names a file without its sha256")
        name = self._take(entry, "file", str)
        sha256 = self._take(entry, "sha256", str)
        if len(sha256) != 64 or set(sha256) - set("0123456789abcdef"):
            raise self._error(f"has a sha256 for {name} that is none")
        return FileEntry(self._inside(name), sha256)

    def _inside(self, name: str) -> Path:
        parts = PurePosixPath(name).parts
        outside = (
            PurePosixPath(name).is_absolute() or PureWindowsPath(name).anchor or ".." in parts or "\\" in name
        )
        path = self._folder.joinpath(*parts) if parts and not outside else None
        if path is None or not path.resolve().is_relative_to(self._folder.resolve()):
            raise self._error(f"names the file {name!r}, which is not in the pack's folder")
        return path

    def _take(self, entry: Mapping[str, Any], name: str, kind: type[_T], default: _T | None = None) -> _T:
        value = entry.get(name, default)
        if not isinstance(value, kind) or isinstance(value, bool):
            what = "lacks" if name not in entry else "has something unexpected as"
            raise self._error(f"{what} {name!r}")
        return value

    def _error(self, what: str) -> PackError:
        return PackError(self._path, f"{self._path} {what}; get the pack again or choose another.")
