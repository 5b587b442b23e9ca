"""Fragments: what was found out about some files, as Parquet that any tool reads.

Two tables: features, one row an analysed file, and failures, one row a file that can't be analysed. The
features' footer says where in the file each analysis begins, so that one can be read without Parquet.
"""

import io
import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from tivm_desktop.cluster.output import Output
from tivm_desktop.cluster.work import MadeWith, WorkItem
from tivm_desktop.library.blobs import encode
from tivm_desktop.library.fact_rows import FACTS_COLUMNS, facts_values
from tivm_desktop.library.known import FailureKind
from tivm_desktop.library.shared_format import FAILURES_FOLDER, FEATURES_FOLDER
from tivm_desktop.library.sqlite_values import plain_text
from tivm_desktop.matching.analysed import AnalysedTrack

if TYPE_CHECKING:
    import pyarrow as pa

_OFFSETS = b"tivm.analysis_offsets"
_ANALYSIS = "analysis"
_ITEM = ("file_id", "root", "path", "size", "mtime_ns")
_MADE_WITH = ("encoder_id", "preprocessing", "ranking_key")


@dataclass(frozen=True, slots=True)
class FailedItem:
    """A file that can't be analysed, and why."""

    item: WorkItem
    kind: FailureKind
    reason: str


@dataclass(frozen=True, slots=True)
class FeatureRows:
    """The rows of a fragment without the analyses themselves."""

    rows: list[dict[str, Any]]
    places: list[tuple[int, int]]
    """Of each row's analysis: first byte in the fragment, and length."""


def write_fragment(
    output: Output,
    name: str,
    analysed: Sequence[tuple[WorkItem, AnalysedTrack]],
    failed: Sequence[FailedItem],
    made_with: MadeWith,
) -> None:
    """Write both tables of a fragment; it is finished once its features are there.

    Raises:
        TivmError: the output can't be written.
    """
    if failed:
        output.write(f"{FAILURES_FOLDER}/{name}", _failures(failed, made_with))
    output.write(f"{FEATURES_FOLDER}/{name}", _features(analysed, made_with))


def finished_ids(output: Output, name: str) -> tuple[list[str], list[str]] | None:
    """Return the file ids that a fragment has features of, and those that failed; None if it is not finished.

    A fragment that is damaged is not finished.

    Raises:
        TivmError: the output can't be reached.
    """
    if not output.exists(f"{FEATURES_FOLDER}/{name}"):
        return None
    features = _table(output, f"{FEATURES_FOLDER}/{name}", ["file_id"])
    if features is None:
        return None
    failures = None
    if output.exists(f"{FAILURES_FOLDER}/{name}"):
        failures = _table(output, f"{FAILURES_FOLDER}/{name}", ["file_id"])
    return features["file_id"].to_pylist(), [] if failures is None else failures["file_id"].to_pylist()


def feature_rows(output: Output, name: str) -> FeatureRows | None:
    """Return all of a finished fragment but the analyses; None if it is damaged.

    Raises:
        TivmError: the output can't be reached.
    """
    import pyarrow as pa
    import pyarrow.parquet as pq

    try:
        with output.opened(f"{FEATURES_FOLDER}/{name}") as file:
            fragment = pq.ParquetFile(file)
            kept = fragment.schema_arrow.names
            places = json.loads(fragment.metadata.metadata[_OFFSETS])
            rows = fragment.read([column for column in kept if column != _ANALYSIS]).to_pylist()
    except (pa.ArrowException, OSError, KeyError, ValueError):
        return None
    return FeatureRows(rows, [(start, length) for start, length in places])


def failure_rows(output: Output, name: str) -> list[dict[str, Any]]:
    """Return the rows of a table of failures; none if it is damaged.

    Raises:
        TivmError: the output can't be reached.
    """
    table = _table(output, f"{FAILURES_FOLDER}/{name}", None)
    return [] if table is None else list(table.to_pylist())


def _table(output: Output, name: str, columns: list[str] | None) -> "pa.Table | None":
    """Columns of a file, or None if it is no Parquet file, cut short say."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    try:
        with output.opened(name) as file:
            return pq.read_table(file, columns=columns)
    except (pa.ArrowException, OSError):
        return None


def _features(analysed: Sequence[tuple[WorkItem, AnalysedTrack]], made_with: MadeWith) -> bytes:
    """The bytes of a fragment, the places of its analyses in the footer."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    blobs = [encode(found.analysis) for _, found in analysed]
    rows = [
        _feature_row(item, found, blob, made_with)
        for (item, found), blob in zip(analysed, blobs, strict=True)
    ]
    schema = _features_schema()
    compression = {column: "none" if column == _ANALYSIS else "zstd" for column in schema.names}
    buffer = io.BytesIO()
    with pq.ParquetWriter(
        buffer,
        schema,
        compression=compression,
        use_dictionary=False,
        write_statistics=list(_ITEM[:1]),
    ) as writer:
        writer.write_table(pa.Table.from_pylist(rows, schema))
        # Neither compressed nor by a dictionary, each analysis lies in its page as it is.
        written, places, start = buffer.getvalue(), [], 0
        for blob in blobs:
            start = written.index(blob, start)
            places.append((start, len(blob)))
            start += len(blob)
        writer.add_key_value_metadata({_OFFSETS: json.dumps(places).encode()})
    return buffer.getvalue()


def _failures(failed: Sequence[FailedItem], made_with: MadeWith) -> bytes:
    import pyarrow as pa
    import pyarrow.parquet as pq

    rows = [
        {
            **one.item.row,
            "kind": one.kind.value,
            "reason": plain_text(one.reason),
            **_made_with(made_with),
        }
        for one in failed
    ]
    buffer = io.BytesIO()
    schema = _failures_schema()
    pq.write_table(pa.Table.from_pylist(rows, schema), buffer, compression="zstd")
    return buffer.getvalue()


def _feature_row(item: WorkItem, found: AnalysedTrack, blob: bytes, made_with: MadeWith) -> dict[str, Any]:
    facts = dict(zip(FACTS_COLUMNS, facts_values(found.facts), strict=True))
    return {
        **item.row,
        "audio_id": found.audio_id,
        "title": plain_text(found.tags.title),
        "artist": plain_text(found.tags.artist),
        "album": plain_text(found.tags.album),
        **facts,
        "depth": int(found.depth),
        "duration_s": float(found.analysis.duration_s),
        "vector": found.vector,
        **_made_with(made_with),
        _ANALYSIS: blob,
    }


def _made_with(made_with: MadeWith) -> dict[str, str]:
    return {name: getattr(made_with, name) for name in _MADE_WITH}


def _item_fields() -> list[tuple[str, "pa.DataType"]]:
    import pyarrow as pa

    types = (pa.string(), pa.binary(), pa.binary(), pa.int64(), pa.int64())
    return list(zip(_ITEM, types, strict=True))


def _features_schema() -> "pa.Schema":
    import pyarrow as pa

    real, text = pa.float64(), pa.string()
    facts = dict.fromkeys(FACTS_COLUMNS, real) | {
        "depth": pa.int8(),
        "tonic": pa.int8(),
        "mode": text,
    }
    return pa.schema(
        [
            *_item_fields(),
            *((name, text) for name in ("audio_id", "title", "artist", "album")),
            *facts.items(),
            ("vector", pa.list_(pa.float32())),
            *((name, text) for name in _MADE_WITH),
            (_ANALYSIS, pa.binary()),
        ]
    )


def _failures_schema() -> "pa.Schema":
    import pyarrow as pa

    text = pa.string()
    return pa.schema(
        [*_item_fields(), ("kind", text), ("reason", text), *((name, text) for name in _MADE_WITH)]
    )
