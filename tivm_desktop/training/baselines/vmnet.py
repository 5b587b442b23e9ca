"""VM-NET's settings: Hong, Im and Yang, CBVMR, ICMR 2018."""

from dataclasses import replace

from tivm_desktop.training.model.config import RunConfig


def vmnet(config: RunConfig) -> RunConfig:
    """Return `config` turned into VM-NET: averaged features, linear layers, triplets with structure loss.

    The published network sees one averaged feature vector of each side and learns no course over time; what
    keeps neighbours within a side neighbours is the loss. Sizes and regularisation stay those of `config`, so
    that the two can be compared.
    """
    towers = [
        replace(tower, encoder="mean", pooling="mean", layers=max(tower.layers, 2), statistics_skip=False)
        for tower in (config.video, config.music)
    ]
    return replace(config, video=towers[0], music=towers[1], loss="vmnet")
