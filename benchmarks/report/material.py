"""What the benchmarks are run on: real videos, music and data that the project may not contain."""

from dataclasses import dataclass
from pathlib import Path

from benchmarks.samples import sample_music, sample_video


@dataclass(frozen=True, slots=True)
class Material:
    """A folder with some or all of what is wanted below; links will do.

    `clips/` videos with their own music · `music/` a few hundred tracks · `moods/` and `judge/` videos made
    by `benchmarks/pictures/make.py` · `pairs/pairs.json` as `tivm evaluate-pairs` takes it, with videos in
    `pairs/bank/` · `speech/` recordings of clean speech · `scale/` where the made-up library of 100,000
    tracks is kept · `profile/` where analyses are kept · `muvi_sync.npz` the packed archive · `study_all/`
    and `study_raw/` where cells of the study are kept.
    """

    folder: Path | None

    def has(self, name: str) -> bool:
        """Whether it is there."""
        return self.folder is not None and (self.folder / name).exists()

    def path(self, name: str) -> str:
        """Where it is, or will be made by who takes it."""
        if self.folder is None:
            raise FileNotFoundError(name)
        return str((self.folder / name).resolve())

    @property
    def music(self) -> str:
        """Real tracks: those named, or the few of the test dependency."""
        return self.path("music") if self.has("music") else str(sample_music())

    @property
    def video(self) -> str:
        """A real video: the first of the clips, or the one that may lie beside the project."""
        clips = sorted((self.folder / "clips").glob("*.mp4")) if self.folder is not None else []
        return str(clips[0].resolve()) if clips else str(sample_video())
