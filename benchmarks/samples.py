"""What is measured where no files are named: the clip beside the project and the test music."""

from pathlib import Path

import immich_memories_music

TRAILER = Path(__file__).resolve().parents[2] / "shared" / "media" / "sintel_trailer_720p.mp4"


def sample_video() -> Path:
    """Return the trailer that may lie beside the project.

    Raises:
        SystemExit: it does not.
    """
    if not TRAILER.is_file():
        raise SystemExit("name a video: there is no ../shared/media beside the project")
    return TRAILER


def sample_music() -> Path:
    """Return the folder of the 28 tracks of the test music."""
    return Path(immich_memories_music.tracks_dir())
