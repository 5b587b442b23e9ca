"""Analyses as bytes: a short JSON head, then the arrays as they lie in memory.

Reading is a view on the bytes, not a copy, but for what is kept in half precision. Nothing is ever unpickled.

Layout: `TIVM`, format version (1 byte), CRC-32 of all that follows (4), length of the head (4), the head in
UTF-8, then the arrays, each beginning at a multiple of 8 counted from the end of the head's padding.
"""

import json
import math
import struct
import zlib
from dataclasses import fields
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

from tivm_desktop.domain.analysis import PictureTimeline, SoundTimeline, TrackAnalysis, VideoAnalysis

Analysis = TypeVar("Analysis", bound=TrackAnalysis | VideoAnalysis)

Built = TypeVar("Built", bound=TrackAnalysis | VideoAnalysis | SoundTimeline | PictureTimeline)

FORMAT_VERSION = 1
_MAGIC = b"TIVM" + bytes([FORMAT_VERSION])
_PREFIX = struct.Struct("<5sII")
_ALIGNMENT = 8
_KINDS: dict[str, type[TrackAnalysis] | type[VideoAnalysis]] = {
    "track": TrackAnalysis,
    "video": VideoAnalysis,
}
_TIMELINES: dict[str, type[SoundTimeline] | type[PictureTimeline]] = {
    "sound": SoundTimeline,
    "picture": PictureTimeline,
}
_HALF_PRECISION = frozenset({"features", "tags", "classes"})
_HALF_MAX = float(np.finfo(np.float16).max)


class DamagedBlobError(ValueError):
    """Bytes that are no analysis, or not any more."""


def encode(analysis: TrackAnalysis | VideoAnalysis) -> bytes:
    """Turn an analysis into bytes.

    Features, tags and classes are kept in half precision, everything else as it is.
    """
    kind = "track" if isinstance(analysis, TrackAnalysis) else "video"
    scalars: dict[str, object] = {}
    arrays: list[tuple[str, NDArray[Any]]] = []
    _collect(analysis, "", scalars, arrays)
    places = []
    body = bytearray()
    for name, array in arrays:
        body.extend(b"\0" * (-len(body) % _ALIGNMENT))
        places.append([name, array.dtype.str, list(array.shape), len(body)])
        body.extend(array.tobytes())
    head = json.dumps({"kind": kind, "scalars": scalars, "arrays": places}, separators=(",", ":")).encode()
    head += b" " * (-(_PREFIX.size + len(head)) % _ALIGNMENT)
    checksum = zlib.crc32(body, zlib.crc32(head))
    return _PREFIX.pack(_MAGIC, checksum, len(head)) + head + bytes(body)


def decode(blob: bytes, kind: type[Analysis]) -> Analysis:
    """Turn bytes back into the analysis they were made of.

    Returns:
        An analysis with read-only arrays, all float32.

    Raises:
        DamagedBlobError: the bytes are cut short, altered, of another kind or of a format not known here.
    """
    try:
        magic, checksum, head_length = _PREFIX.unpack_from(blob)
        start = _PREFIX.size + head_length
        if magic != _MAGIC or zlib.crc32(memoryview(blob)[_PREFIX.size :]) != checksum:
            raise DamagedBlobError("not an analysis of this format, or altered")
        head = json.loads(blob[_PREFIX.size : start])
        if _KINDS.get(head["kind"]) is not kind:
            raise DamagedBlobError(f"an analysis of a {head['kind']}")
        values: dict[str, object] = dict(head["scalars"])
        for name, dtype, shape, offset in head["arrays"]:
            values[name] = _view(blob, dtype, shape, start + offset)
        return _build(kind, values)
    except (struct.error, KeyError, TypeError, ValueError) as error:
        raise DamagedBlobError(str(error)) from error


def is_altered(blob: bytes) -> bool:
    """Tell whether bytes are not as they were written; those of a format not known here are not called so."""
    if not blob.startswith(_MAGIC):
        return not blob.startswith(_MAGIC[:4])
    return (
        len(blob) < _PREFIX.size
        or zlib.crc32(memoryview(blob)[_PREFIX.size :]) != _PREFIX.unpack_from(blob)[1]
    )


def quantise(analysis: Analysis) -> Analysis:
    """Round a fresh analysis as storing rounds it, so that it ranks like the same one from the store."""
    return decode(encode(analysis), type(analysis))


def _collect(
    part: TrackAnalysis | VideoAnalysis | SoundTimeline | PictureTimeline,
    prefix: str,
    scalars: dict[str, object],
    arrays: list[tuple[str, NDArray[Any]]],
) -> None:
    """Gather the fields of a dataclass, those of the timelines in it under dotted names."""
    for field in fields(part):
        value = getattr(part, field.name)
        name = prefix + field.name
        if isinstance(value, (SoundTimeline, PictureTimeline)):
            _collect(value, f"{name}.", scalars, arrays)
        elif isinstance(value, np.ndarray):
            arrays.append((name, _as_kept(field.name, value)))
        else:
            scalars[name] = value.item() if isinstance(value, np.generic) else value


def _as_kept(name: str, array: NDArray[Any]) -> NDArray[Any]:
    if name in _HALF_PRECISION:
        return np.asarray(np.clip(array, -_HALF_MAX, _HALF_MAX), dtype="<f2")
    return np.asarray(array, dtype="<f4")


def _view(blob: bytes, dtype: str, shape: list[int], offset: int) -> NDArray[np.float32]:
    if dtype not in ("<f2", "<f4"):
        raise DamagedBlobError(f"an array of {dtype}")
    array = np.frombuffer(blob, dtype, math.prod(shape), offset).reshape(shape).astype(np.float32, copy=False)
    array.flags.writeable = False
    return array


def _build(kind: type[Built], values: dict[str, object], prefix: str = "") -> Built:
    """Make a dataclass of its fields' values, the timelines in it of the dotted ones."""
    own: dict[str, Any] = {}
    for field in fields(kind):
        timeline = None if prefix else _TIMELINES.get(field.name)
        own[field.name] = (
            values[prefix + field.name] if timeline is None else _build(timeline, values, f"{field.name}.")
        )
    return kind(**own)
