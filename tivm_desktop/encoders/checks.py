"""Files of a pack against what its manifest says of them, before the runtime sees a byte."""

from collections.abc import Mapping, Sequence
from typing import Protocol

from tivm_desktop.domain.columns import MUSIC_COLUMNS, VIDEO_COLUMNS
from tivm_desktop.domain.errors import PackError
from tivm_desktop.domain.visual_emotion import EMOTIONS
from tivm_desktop.encoders.entries import FileEntry, Shapes
from tivm_desktop.encoders.manifest import FrameSpec, MusicSpec
from tivm_desktop.encoders.onnx_header import OnnxHeader, Port, read_onnx_header
from tivm_desktop.encoders.pack_files import MOST_MODEL_BYTES, MOST_TEXT_BYTES, read_checked
from tivm_desktop.encoders.protobuf import WireError
from tivm_desktop.encoders.requirements import INPUT_TYPES
from tivm_desktop.encoders.tower_manifest import EMBEDDING_OUTPUT, ROWS_INPUT, TowersSpec

_PITCH_CLASSES = 12
_FLOAT = "float32"


class GraphSpec(Protocol):
    """A graph as its pack describes it."""

    @property
    def file(self) -> FileEntry:
        """The ONNX file."""
        ...

    @property
    def inputs(self) -> Shapes:
        """Shapes of what goes in."""
        ...

    @property
    def outputs(self) -> Shapes:
        """Shapes of what comes out."""
        ...


def column_widths(frame: FrameSpec, music: MusicSpec) -> dict[str, int]:
    """Return the widths of the columns that files give with these encoders, by name; 0 for none."""
    return {
        **dict.fromkeys((*VIDEO_COLUMNS, *MUSIC_COLUMNS), 1),
        "frame_features": frame.feature_dim,
        "classes": len(frame.classes),
        "emotion": len(EMOTIONS),
        "music_features": music.feature_dim,
        "tags": len(music.tags),
        "chroma": _PITCH_CLASSES,
    }


def check_towers(towers: TowersSpec, frame: FrameSpec, music: MusicSpec) -> None:
    """Check both towers' files, and that the columns they take are as wide as the pack's encoders give them.

    Raises:
        PackError: a file is missing or altered, or something does not fit.
    """
    if towers.card is not None:
        read_checked(towers.card, MOST_TEXT_BYTES)
    given = column_widths(frame, music)
    for tower in (towers.video, towers.music):
        check_graph(tower, {EMBEDDING_OUTPUT: towers.embedding_dim})
        rows = tower.inputs.get(ROWS_INPUT, ())
        free = all(isinstance(size, str) for size in rows[:2])
        if len(tower.inputs) != 1 or len(rows) != 3 or rows[2] != tower.width or not free:
            raise _refused(tower, f"does not take any number of rows of its columns' {tower.width} values")
        for column in tower.columns:
            if column.width != given.get(column.name, column.width):
                raise _refused(
                    tower,
                    f"takes the column {column.name} {column.width} wide, which is {given[column.name]} wide "
                    "with this pack's encoders",
                )


def _refused(spec: GraphSpec, what: str) -> PackError:
    path = spec.file.path
    return PackError(path, f"{path} {what}; get the pack again or choose another.")


def check_graph(spec: GraphSpec, widths: Mapping[str, int]) -> None:
    """Check a graph's file against what the pack says of it.

    Args:
        spec: what it says.
        widths: length of the rows of each output, 0 where it has no such output.

    Raises:
        PackError: the file is missing, altered, no ONNX model, or has other inputs or outputs.
    """
    path = spec.file.path
    try:
        header = read_onnx_header(read_checked(spec.file, MOST_MODEL_BYTES))
    except WireError as error:
        raise PackError(path, f"{path} is not an ONNX model ({error}); get the pack again.") from error
    problem = _problem(spec, widths, header)
    if problem:
        raise _refused(spec, problem)


def _problem(spec: GraphSpec, widths: Mapping[str, int], header: OnnxHeader) -> str:
    if header.external_data:
        return "keeps weights in another file, which is refused"
    return _input_problem(spec.inputs, header.inputs) or _output_problem(spec.outputs, header.outputs, widths)


def _input_problem(said: Shapes, found: Sequence[Port]) -> str:
    if set(said) != {port.name for port in found}:
        return "has other inputs than its pack says"
    for port in found:
        name, shape, wanted = port.name, list(port.shape), list(said[port.name])
        if not _agrees(said[name], port):
            return f"gives input {name} the shape {shape} where its pack says {wanted}"
        dtype = INPUT_TYPES.get(name, _FLOAT)
        if port.dtype != dtype:
            return f"has the input {name} as {port.dtype} numbers where {dtype} are wanted"
    return ""


def _output_problem(said: Shapes, found: Sequence[Port], widths: Mapping[str, int]) -> str:
    if set(said) != {port.name for port in found}:
        return "has other outputs than its pack says"
    for port in found:
        name, shape, wanted = port.name, list(port.shape), list(said[port.name])
        if not _agrees(said[name], port):
            return f"gives output {name} the shape {shape} where its pack says {wanted}"
        if port.dtype != _FLOAT:
            return f"has the output {name} as {port.dtype} numbers where {_FLOAT} are wanted"
    for name, width in widths.items():
        if width and not _is_rows(said.get(name, ()), width):
            return f"has no output {name} of {width} values a row"
        if not width and name in said:
            return f"has an output {name} whose names its pack does not say"
    return ""


def _is_rows(shape: tuple[int | str, ...], width: int) -> bool:
    return len(shape) == 2 and isinstance(shape[0], str) and shape[1] == width


def _agrees(said: tuple[int | str, ...], port: Port) -> bool:
    """Fixed sizes must be equal; where the pack names a dimension, the model must leave it free."""
    return len(said) == len(port.shape) and all(
        isinstance(theirs, str) if isinstance(ours, str) else ours == theirs
        for ours, theirs in zip(said, port.shape, strict=True)
    )
