"""`pack.json`: what a pack says it holds, read strictly."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypedDict

from tivm_desktop.domain.errors import PackError
from tivm_desktop.encoders.entries import Entries, FileEntry, Shapes
from tivm_desktop.encoders.pack_files import MOST_TEXT_BYTES, parse_json, read_checked, read_whole
from tivm_desktop.encoders.tower_manifest import TowersSpec, read_towers

MANIFEST_NAME = "pack.json"
FORMAT = 1


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
    inputs: Shapes
    outputs: Shapes

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
    """A parsed `pack.json`; of the files it names only the list of classes has been read and checked."""

    name: str
    version: str
    description: str
    frame: FrameSpec
    music: MusicSpec
    sources: tuple[Source, ...]
    licence_files: tuple[FileEntry, ...]
    figures: Mapping[str, object] = field(default_factory=dict)
    calibration: Mapping[str, object] = field(default_factory=dict)
    towers: TowersSpec | None = None


def read_manifest(folder: Path) -> Manifest:
    """Read `pack.json` of a pack's folder.

    Raises:
        PackError: it is missing, is not JSON, lacks an entry, has one of a wrong kind, or names a file
            outside the folder; or its list of classes is not the one it was made with.
    """
    return _Reader(folder, folder / MANIFEST_NAME).manifest(read_document(folder, MANIFEST_NAME))


def read_document(folder: Path, name: str) -> dict[str, Any]:
    """Read the manifest of that name in a pack's folder.

    Raises:
        PackError: it is missing, no regular file, too large, not JSON, or of another format.
    """
    path = folder / name
    try:
        content = read_whole(path, MOST_TEXT_BYTES)
    except OSError as error:
        raise PackError(
            path,
            f"{folder} is not a model pack, as its {name} can't be read ({error.strerror or error}); "
            "choose a pack's folder.",
        ) from error
    document = parse_json(path, content)
    refused = Entries(folder, path)
    if not isinstance(document, dict):
        raise refused.error("is not a JSON object")
    if document.get("format") != FORMAT:
        raise refused.error(f"has format {document.get('format')!r:.40} where this version reads {FORMAT}")
    return document


def read_source(reader: Entries, entry: object) -> Source:
    """Read where a part of a pack comes from.

    Raises:
        PackError: the entry lacks something.
    """
    if not isinstance(entry, dict):
        raise reader.error("has a source that is not an object")
    return Source(**{name: reader.take(entry, name, str) for name in Source.__slots__})


class _EncoderFields(TypedDict):
    """The fields of an `EncoderSpec`."""

    file: FileEntry
    name: str
    preprocessing: str
    feature_dim: int
    inputs: Shapes
    outputs: Shapes


class _Reader(Entries):
    """Reads a whole manifest."""

    def manifest(self, document: dict[str, Any]) -> Manifest:
        return Manifest(
            name=self.word(document, "name"),
            version=self.word(document, "version"),
            description=self.take(document, "description", str, ""),
            frame=self._frame(self.take(document, "frame", dict)),
            music=self._music(self.take(document, "music", dict)),
            sources=tuple(read_source(self, entry) for entry in self.take(document, "sources", list)),
            licence_files=self.files(self.take(document, "licence_files", list)),
            figures=self.take(document, "figures", dict, {}),
            calibration=self.take(document, "calibration", dict, {}),
            towers=read_towers(self, self.take(document, "towers", dict)) if "towers" in document else None,
        )

    def _frame(self, entry: dict[str, Any]) -> FrameSpec:
        size = self.take(entry, "input_size", list)
        if len(size) != 2 or not all(isinstance(side, int) and 0 < side <= 4096 for side in size):
            raise self.error("says an input_size that is not [width, height]")
        classes_file = self.file(entry["classes_file"]) if "classes_file" in entry else None
        return FrameSpec(
            **self._encoder(entry),
            input_size=(size[0], size[1]),
            classes=self._classes(classes_file) if classes_file else (),
            classes_file=classes_file,
        )

    def _music(self, entry: dict[str, Any]) -> MusicSpec:
        rate = self.take(entry, "rate_hz", int)
        if not 4000 <= rate <= 192000:
            raise self.error(f"says a rate_hz of {rate}")
        return MusicSpec(
            **self._encoder(entry), rate_hz=rate, tags=self.names(self.take(entry, "tags", list, []))
        )

    def _encoder(self, entry: dict[str, Any]) -> _EncoderFields:
        return {
            "file": self.file(entry),
            "name": self.word(entry, "name"),
            "preprocessing": self.word(entry, "preprocessing"),
            "feature_dim": self.size(entry, "feature_dim"),
            "inputs": self.shapes(self.take(entry, "inputs", dict)),
            "outputs": self.shapes(self.take(entry, "outputs", dict)),
        }

    def _classes(self, file: FileEntry) -> tuple[str, ...]:
        entries = parse_json(file.path, read_checked(file, MOST_TEXT_BYTES))
        if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
            raise PackError(file.path, f"{file.path} is not a list of classes; get the pack again.")
        listed = Entries(self._folder, file.path)
        return listed.names([listed.take(entry, "name", str) for entry in entries])
