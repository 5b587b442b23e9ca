"""What `tivm doctor` is told: what really runs, and why it is not CUDA."""

from pathlib import Path

import onnxruntime as ort
import pytest

from tivm_desktop.domain.errors import ProviderError
from tivm_desktop.encoders import report
from tivm_desktop.encoders.cuda_parts import Part
from tivm_desktop.encoders.report import cuda_report, provider_report
from tivm_desktop.encoders.sessions import ProviderChoice, Session, create_session


def on_the_processor(model: Path, _: ProviderChoice, threads: int) -> Session:
    return create_session(model, "cpu", threads)


def test_the_report_says_what_really_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(report, "missing_for_cuda", lambda: "there is no card: put one in")
    monkeypatch.setattr(
        report, "create_session", lambda model, _, threads: create_session(model, "cpu", threads)
    )
    found = provider_report()

    assert found["onnxruntime"] == ort.__version__
    assert found["origin"] == "the program's own"
    assert found["active"] == "CPU"
    assert "CPU" in found["available"]  # type: ignore[operator]
    assert found["cuda"] == "not to be had: there is no card: put one in"


@pytest.mark.parametrize("works", [True, False])
def test_where_cuda_is_listed_it_is_tried(monkeypatch: pytest.MonkeyPatch, *, works: bool) -> None:
    def create(model: Path, provider: ProviderChoice, threads: int) -> Session:
        if provider == "cuda" and not works:
            raise ProviderError("CUDA was asked for, but its driver is asleep.")
        return on_the_processor(model, provider, threads)

    monkeypatch.setattr(report, "missing_for_cuda", lambda: None)
    monkeypatch.setattr(report, "create_session", create)

    wanted = "works when asked for" if works else "CUDA was asked for, but its driver is asleep."
    assert provider_report()["cuda"] == wanted


def test_each_piece_is_told_with_its_remedy(monkeypatch: pytest.MonkeyPatch) -> None:
    pieces = [Part("driver", True, "535.183", ""), Part("card", False, "none is found", "put one in")]
    monkeypatch.setattr(report, "cuda_parts", lambda: iter(pieces))

    assert cuda_report() == {
        "complete": False,
        "parts": [
            {"name": "driver", "there": True, "says": "535.183", "remedy": ""},
            {"name": "card", "there": False, "says": "none is found", "remedy": "put one in"},
        ],
    }
    monkeypatch.setattr(report, "cuda_parts", lambda: iter(pieces[:1]))
    assert cuda_report()["complete"]
