"""By what the results of a pack are kept."""

from dataclasses import dataclass

from tivm_desktop.encoders.pack import Pack
from tivm_desktop.matching.analysed import SOUND_VERSION
from tivm_desktop.matching.track_describer import ranking_key


@dataclass(frozen=True, slots=True)
class PackIds:
    """By what a pack's results are kept."""

    music: str
    """Of its music encoder."""
    ranking: str
    """Of all that facts and rows rest on."""

    @staticmethod
    def of(pack: Pack) -> "PackIds":
        """Return those of a pack."""
        return PackIds(pack.music.encoder_id, ranking_key(pack))

    @property
    def failure(self) -> str:
        """By what it is kept that a file can't be analysed."""
        return f"{self.music}/{SOUND_VERSION}"
