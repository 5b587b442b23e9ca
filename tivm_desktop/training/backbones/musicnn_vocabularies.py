"""Both tag vocabularies of musicnn in one network: Last.fm's everywhere, MagnaTagATune's once per stretch.

The network trained on MagnaTagATune keeps five times the moving filters of the one trained on the Million
Song Dataset, so it hears one patch of a stretch only: the 187 frames of the window in the middle, padded with
zeros in time as its authors do it. What it says holds for every row of the stretch; a mean over rows thus
counts each patch by the seconds it stands for. Figures: `docs/adr/0096-a-second-vocabulary-of-tags.md`.
"""

import torch
from torch import Tensor, nn

from tivm_desktop.training.backbones.musicnn import MSD_WEIGHTS, MTT_WEIGHTS, load_musicnn
from tivm_desktop.training.backbones.musicnn_condensed import CondensedMusicnn
from tivm_desktop.training.backbones.musicnn_tags import MSD_TAGS, MTT_TAGS

MTT_PREFIX = "mtt:"

TAGS = (*MSD_TAGS, *(MTT_PREFIX + tag for tag in MTT_TAGS))
"""Names of the tags as `TwoVocabularies` gives them: eight names are in both vocabularies."""


class TwoVocabularies(nn.Module):
    """Log-mel frames of a stretch of music -> features and tags per window, MagnaTagATune's once for all."""

    def __init__(self, everywhere: nn.Module, once: nn.Module) -> None:
        """Put two networks side by side.

        Args:
            everywhere: gives the features and the first tags, for every window; as `CondensedMusicnn`.
            once: gives the other tags, of the frames of the window in the middle alone; the same.
        """
        super().__init__()
        self.everywhere, self.once = everywhere, once

    def forward(self, mel: Tensor, windows: Tensor) -> tuple[Tensor, Tensor]:
        """Encode a stretch.

        Args:
            mel: (F, 96) float32, see `Musicnn.forward`.
            windows: (R, W) int64, the frames that are pooled into each output row.

        Returns:
            Penultimate features (R, 200) and probabilities of `TAGS` (R, 100).
        """
        features, tags = self.everywhere(mel, windows)
        patch = mel[windows[windows.shape[0] // 2]]
        _, heard = self.once(patch, torch.arange(patch.shape[0]).unsqueeze(0))
        return features, torch.cat([tags, heard + torch.zeros_like(tags)], dim=1)


def load_two_vocabularies() -> TwoVocabularies:
    """Return both condensed networks with the weights that the installed package `musicnn` holds.

    Raises:
        ModuleNotFoundError: the package `musicnn` is not installed.
        PackError: a checkpoint is damaged.
    """
    return TwoVocabularies(
        CondensedMusicnn(load_musicnn(MSD_WEIGHTS)), CondensedMusicnn(load_musicnn(MTT_WEIGHTS))
    ).eval()
