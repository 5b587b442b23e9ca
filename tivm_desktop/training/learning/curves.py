"""How a run went, as a picture."""

import io
from collections.abc import Sequence
from typing import Any


def curves_png(metrics: Sequence[dict[str, Any]], title: str) -> bytes:
    """Return a PNG of the loss and the validation AUC over epochs.

    Args:
        metrics: one document an epoch, as in `metrics.jsonl`.
        title: above the picture.
    """
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    figure = Figure(figsize=(7, 4), layout="constrained")
    FigureCanvasAgg(figure)
    loss = figure.add_subplot()
    loss.plot([one["epoch"] for one in metrics], [one["loss"] for one in metrics], color="C0")
    loss.set(title=title, xlabel="epoch")
    loss.set_ylabel("training loss", color="C0")
    judged = [one for one in metrics if "validation_auc" in one]
    if judged:
        auc = loss.twinx()
        auc.plot([one["epoch"] for one in judged], [one["validation_auc"] for one in judged], color="C1")
        auc.set_ylabel("validation AUC, both directions", color="C1")
    picture = io.BytesIO()
    figure.savefig(picture, format="png", dpi=110)
    return picture.getvalue()
