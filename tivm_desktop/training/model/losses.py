"""The losses, as functions of embeddings. `ignore` (B, B) is True where row i and column j are neither a pair
nor strangers: the same music twice, or two works of one artist. Its diagonal, the pairs, must be False."""

import torch
from torch import Tensor
from torch.nn import functional

_FAR = -1e30


def info_nce(similarity: Tensor, log_temperature: Tensor, ignore: Tensor) -> Tensor:
    """Return the symmetric InfoNCE loss (van den Oord et al. 2018, arXiv 1807.03748; both ways as CLIP does).

    Args:
        similarity: (B, B) cosines, video by music, pairs on the diagonal.
        log_temperature: the temperature's logarithm; the caller keeps it within bounds.
        ignore: (B, B), see above.
    """
    logits = (similarity * torch.exp(-log_temperature)).masked_fill(ignore, _FAR)
    pairs = torch.arange(len(similarity), device=similarity.device)
    return (functional.cross_entropy(logits, pairs) + functional.cross_entropy(logits.T, pairs)) / 2


def triplet(similarity: Tensor, ignore: Tensor, margin: float, *, semi_hard: bool) -> Tensor:
    """Return the mean of `max(0, margin - s(pair) + s(negative))`, one negative each way for each item.

    Args:
        similarity: (B, B) cosines, pairs on the diagonal.
        ignore: (B, B), see above.
        margin: by how much a pair shall be nearer than the negative.
        semi_hard: the negative is the nearest of those farther than the pair, or the farthest of all where
            there is none (Schroff et al. 2015, arXiv 1503.03832); else the nearest of all.
    """
    return (
        _one_way(similarity, ignore, margin, semi_hard) + _one_way(similarity.T, ignore.T, margin, semi_hard)
    ) / 2


def _one_way(similarity: Tensor, ignore: Tensor, margin: float, semi_hard: bool) -> Tensor:  # noqa: FBT001
    pairs = similarity.diagonal()
    usable = ~ignore & ~torch.eye(len(similarity), dtype=torch.bool, device=similarity.device)
    negatives = similarity.masked_fill(~usable, _FAR).amax(1)
    if semi_hard:
        farther = usable & (similarity < pairs.unsqueeze(1))
        farthest = similarity.masked_fill(~usable, -_FAR).amin(1)
        negatives = torch.where(farther.any(1), similarity.masked_fill(~farther, _FAR).amax(1), farthest)
    losses = functional.relu(margin - pairs + negatives)
    return losses.masked_fill(~usable.any(1), 0.0).mean()


def inter_modal(similarity: Tensor, ignore: Tensor, margin: float) -> Tensor:
    """Return VM-NET's inter-modal ranking loss: both ways, the mean over violating negatives."""
    pairs = similarity.diagonal()
    usable = ~ignore & ~torch.eye(len(similarity), dtype=torch.bool, device=similarity.device)
    terms = [
        functional.relu(margin - pairs.unsqueeze(dim) + similarity).masked_fill(~usable, 0.0)
        for dim in (1, 0)
    ]
    return sum(((term.sum() / (term > 0).sum().clamp(min=1)) for term in terms), similarity.new_zeros(()))


def structure(embeddings: Tensor, features: Tensor, shifts: int = 8) -> Tensor:
    """Return VM-NET's soft intra-modal structure loss of one side.

    Hong, Im, Yang 2018, "CBVMR: content-based video-music retrieval using soft intra-modal structure
    constraint" (arXiv 1704.06761): the sum over i, j, k of `C_ijk (x_i.x_j - x_i.x_k)` with
    `C_ijk = sign(x_i.x_j - x_i.x_k) - sign(f_i.f_j - f_i.f_k)`, x being embeddings and f features before the
    embedding. A term is zero where the embeddings order j and k as the features do, else twice the
    difference. Here the mean over the triples whose k follows j by 1..`shifts` in the batch, which is
    shuffled, instead of all B^3.

    Args:
        embeddings: (B, E) unit rows.
        features: (B, F) one row an item; directions count.
        shifts: how many k for each i, j; at most B - 1.
    """
    near, before = embeddings @ embeddings.T, functional.normalize(features, dim=-1)
    before = (before @ before.T).detach()
    own = torch.eye(len(near), dtype=torch.bool, device=near.device)
    total, count = near.new_zeros(()), 0
    for shift in range(1, min(shifts, len(near) - 1) + 1):
        difference = near - near.roll(-shift, dims=1)
        wrong = difference.sign() - (before - before.roll(-shift, dims=1)).sign()
        total = total + (wrong * difference).masked_fill(own | own.roll(-shift, dims=1), 0.0).sum()
        count += len(near) * (len(near) - 2)
    return total / max(count, 1)


def vmnet(
    video: Tensor,
    music: Tensor,
    video_features: Tensor,
    music_features: Tensor,
    ignore: Tensor,
    margin: float,
    weight: float,
) -> Tensor:
    """Return VM-NET's loss: `inter_modal` of the cosines plus `weight` times both sides' `structure`.

    Args:
        video: (B, E) unit rows.
        music: (B, E) unit rows.
        video_features: (B, Fv) what the video tower was given, one row an item.
        music_features: (B, Fm) likewise.
        ignore: (B, B), see above.
        margin: by how much a pair shall be nearer than any negative.
        weight: of the structure.
    """
    shape = structure(video, video_features) + structure(music, music_features)
    return inter_modal(video @ music.T, ignore, margin) + weight * shape
