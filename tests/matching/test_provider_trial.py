"""What the encoders run on is told, and why on nothing better where that was installed."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.encoders.gpu_making import make_support
from tests.matching.making import Heard
from tivm_desktop.encoders.pack import default_pack_folder
from tivm_desktop.encoders.runtime_folder import choose
from tivm_desktop.encoders.sessions import ProviderChoice
from tivm_desktop.matching.provider_trial import ProviderTrial
from tivm_desktop.matching.tools import ToolMaker
from tivm_desktop.matching.workers import AnalysisPool


@pytest.fixture(autouse=True)
def choose_nothing_after() -> Iterator[None]:
    yield
    choose(None)


def tried(provider: ProviderChoice) -> Heard:
    """What a listener hears of a trial."""
    heard, posted = Heard(), list[Callable[[], None]]()
    pack = default_pack_folder()
    pool = AnalysisPool(ToolMaker(pack, provider))
    try:
        trial = ProviderTrial(pool, pack, heard, posted.append)
        pool.submit(_nothing, subject=pack, lane="interactive").wait(60.0)
        assert trial.busy
        for call in posted:
            call()
        assert not trial.busy
    finally:
        pool.close()
    return heard


def _nothing(tools: object, *, progress: object) -> None:
    """A job that ends when those before it have."""


def test_damaged_gpu_support_is_told_while_the_processor_computes(tmp_path: Path) -> None:
    folder = make_support(tmp_path, {"onnxruntime/__init__.py": b""})
    (folder / "onnxruntime" / "__init__.py").unlink()
    choose(tmp_path)
    heard = tried("auto")
    assert heard.providers == ["CPU"]
    [warning] = heard.warnings
    assert "GPU support is damaged and is not used" in warning
    assert warning.endswith(".")


def test_who_wants_the_processor_hears_nothing_of_it(tmp_path: Path) -> None:
    make_support(tmp_path, {}, python="cp27")
    choose(tmp_path)
    heard = tried("cpu")
    assert (heard.providers, heard.warnings, heard.provider_failures) == (["CPU"], [], [])


def test_who_wants_the_card_hears_what_is_wrong_and_gets_no_processor(tmp_path: Path) -> None:
    make_support(tmp_path, {}, python="cp27")
    choose(tmp_path)
    heard = tried("cuda")
    assert heard.providers == []
    [failure] = heard.provider_failures
    assert "CUDA was asked for, but GPU support is damaged" in failure
