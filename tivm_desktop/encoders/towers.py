"""The pack's towers: the columns of a whole video or track to one embedding."""

import numpy as np

from tivm_desktop.domain.arrays import FloatArray
from tivm_desktop.domain.errors import PackError
from tivm_desktop.domain.inner_rows import inner_rows
from tivm_desktop.encoders.pack import Pack
from tivm_desktop.encoders.sessions import Session, create_session
from tivm_desktop.encoders.tower_manifest import EMBEDDING_OUTPUT, ROWS_INPUT, TowerSpec, TowersSpec

_ROWS_A_SECOND = 1.0


class TowerPair:
    """Both towers of a pack, ready to embed. They run on the processor: they are small, and files are few."""

    def __init__(self, pack: Pack) -> None:
        """Load the towers of a checked pack.

        Raises:
            PackError: the pack has no towers, a tower can't be loaded, or one takes what no file gives.
        """
        if pack.towers is None:
            raise PackError(pack.folder, f"The pack {pack.name} has no towers; choose one that has.")
        self._spec = require_usable(pack, pack.towers)
        self._video = create_session(self._spec.video.file.path, "cpu", threads=1)
        self._music = create_session(self._spec.music.file.path, "cpu", threads=1)

    @property
    def video_columns(self) -> tuple[str, ...]:
        """Names of the columns that `embed_video` takes side by side, in this order."""
        return self._spec.video.names

    @property
    def music_columns(self) -> tuple[str, ...]:
        """Names of the columns that `embed_music` takes side by side, in this order."""
        return self._spec.music.names

    def embed_video(self, rows: FloatArray) -> FloatArray:
        """Return the unit embedding, (E,), of a whole video's raw rows, (T, Dv) with T at least 1.

        The rows are as files give them: leaving out the ends and matching them is done here.

        Raises:
            PackError: the tower gives no finite embedding.
        """
        return self._embed(self._video, self._seen(rows, self._spec.video))

    def embed_music(self, rows: FloatArray) -> FloatArray:
        """Return the unit embedding, (E,), of a whole track's raw rows, (T, Dm) with T at least 1.

        Raises:
            PackError: the tower gives no finite embedding.
        """
        return self._embed(self._music, self._seen(rows, self._spec.music))

    def _seen(self, rows: FloatArray, tower: TowerSpec) -> FloatArray:
        """Return the rows that count, each column as the towers were trained on it."""
        inner = rows[inner_rows(len(rows), round(self._spec.ends_s * self._spec.rate_hz))]
        parts, begin = [], 0
        for column in tower.columns:
            part, match = inner[:, begin : begin + column.width], self._spec.matching.get(column.name)
            parts.append(part if match is None else match(part))
            begin += column.width
        return np.concatenate(parts, axis=1)

    def _embed(self, session: Session, rows: FloatArray) -> FloatArray:
        parts = windows(rows, round(self._spec.window_s * self._spec.rate_hz), self._spec.windows)
        shapes = {EMBEDDING_OUTPUT: (len(parts), self._spec.embedding_dim)}
        (embedded,) = session.shaped(shapes, {ROWS_INPUT: parts})
        mean = embedded.mean(axis=0, dtype=np.float64)
        length = float(np.linalg.norm(mean))
        if length == 0.0:
            path = session.model
            raise PackError(path, f"{path} gives no embedding of this file; choose another pack.")
        return np.asarray(mean / length, np.float32)


def require_usable(pack: Pack, towers: TowersSpec) -> TowersSpec:
    """Return the towers if files give what they take.

    Raises:
        PackError: they take columns that no file gives, or rows at another rate.
    """
    if foreign := towers.foreign_columns:
        name, columns = pack.name, ", ".join(foreign)
        if len(foreign) == 1:
            sentence = (
                f"The towers of the pack {name} take the column {columns}, which no file gives, so that the "
                "pack is for research only; choose another pack."
            )
        else:
            sentence = (
                f"The towers of the pack {name} take the columns {columns}, which no file gives, so that "
                "the pack is for research only; choose another pack."
            )
        raise PackError(pack.folder, sentence)
    if towers.rate_hz != _ROWS_A_SECOND:
        raise PackError(
            pack.folder,
            f"The towers of the pack {pack.name} take {towers.rate_hz:g} rows a second where files give one; "
            "choose another pack.",
        )
    return towers


def windows(rows: FloatArray, length: int, count: int) -> FloatArray:
    """Return the windows by which a whole item is embedded, (W, L, D), of its rows, (T, D).

    They are `count` windows of `length` rows spread evenly from the first row to the last; an item that is no
    longer than one window (or any item where `length` is 0) is its own only window. So an embedding does not
    tell how long its item is. Training evaluates by the same rule.
    """
    total = len(rows)
    if length == 0 or total <= length:
        return np.ascontiguousarray(rows[np.newaxis], np.float32)
    places = np.arange(count, dtype=np.float32) / (count - 1) if count > 1 else np.array([0.5], np.float32)
    spare = np.float32(total - length)
    starts = np.floor(spare * places) if count == 1 else np.round(spare * places)
    return np.stack([rows[start : start + length] for start in starts.astype(np.intp)]).astype(np.float32)
