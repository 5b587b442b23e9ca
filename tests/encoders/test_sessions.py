"""Sessions run where they say, or the user is told in one sentence why not."""

import sys
from collections.abc import Callable
from pathlib import Path

import onnxruntime as ort
import pytest

from tests.encoders.making import is_one_sentence, toy_pack
from tivm_desktop.domain.errors import PackError, ProviderError
from tivm_desktop.encoders import installed as environment
from tivm_desktop.encoders import sessions
from tivm_desktop.encoders.runtime_folder import GpuSupport
from tivm_desktop.encoders.sessions import available_providers, create_session

CUDA, CPU = "CUDAExecutionProvider", "CPUExecutionProvider"


class FallenBack:
    """A runtime session that was asked for CUDA and quietly runs on the processor."""

    def __init__(self, *_arguments: object, providers: list[str]) -> None:
        self.asked = providers

    def get_providers(self) -> list[str]:
        return [CPU]

    def disable_fallback(self) -> None:
        pass


class OnCuda(FallenBack):
    """A runtime session that got what was asked for."""

    def get_providers(self) -> list[str]:
        return self.asked


@pytest.fixture
def model(tmp_path: Path) -> Path:
    return toy_pack(tmp_path) / "frame_encoder.onnx"


@pytest.fixture
def pretend_cuda(monkeypatch: pytest.MonkeyPatch) -> Callable[[type], None]:
    def pretend(session_type: type) -> None:
        monkeypatch.setattr(ort, "get_available_providers", lambda: [CUDA, CPU])
        monkeypatch.setattr(ort, "preload_dlls", lambda: None)
        monkeypatch.setattr(ort, "InferenceSession", session_type)
        monkeypatch.setattr(sessions, "driver_is_there", lambda: True)

    return pretend


def test_the_processor_is_always_to_be_had(model: Path) -> None:
    session = create_session(model, "cpu", threads=1)

    assert session.provider == "CPU"
    assert session.output_names == ("features", "classes")
    assert "CPU" in available_providers()


@pytest.mark.skipif(CUDA in ort.get_available_providers(), reason="the installed runtime has CUDA")
def test_asking_for_cuda_without_it_is_an_error_that_says_what_is_missing(model: Path) -> None:
    with pytest.raises(ProviderError, match="onnxruntime-gpu is not installed") as caught:
        create_session(model, "cuda")
    assert is_one_sentence(caught.value)


@pytest.mark.parametrize(
    ("installed", "said"),
    [
        ({"onnxruntime": "1.32.0"}, "onnxruntime-gpu is not installed"),
        ({"onnxruntime-gpu": "1.32.0"}, "lists no CUDA"),
        ({"onnxruntime": "1.32.0", "onnxruntime-gpu": "1.32.0"}, "shadow each other"),
    ],
)
def test_each_reason_for_missing_cuda_has_its_sentence(
    model: Path, monkeypatch: pytest.MonkeyPatch, installed: dict[str, str], said: str
) -> None:
    monkeypatch.setattr(ort, "get_available_providers", lambda: [CPU])
    monkeypatch.setattr(environment, "installed_runtimes", lambda: installed)

    with pytest.raises(ProviderError, match=said) as caught:
        create_session(model, "cuda")
    assert is_one_sentence(caught.value)


def test_asking_for_cuda_and_getting_the_processor_is_an_error(
    model: Path, pretend_cuda: Callable[[type], None]
) -> None:
    pretend_cuda(FallenBack)

    with pytest.raises(ProviderError, match="fell back to the processor") as caught:
        create_session(model, "cuda")
    assert is_one_sentence(caught.value)


def test_a_runtime_with_cuda_is_not_tried_without_a_driver(
    model: Path, pretend_cuda: Callable[[type], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    pretend_cuda(OnCuda)
    monkeypatch.setattr(sessions, "driver_is_there", lambda: False)

    assert create_session(model, "auto").provider == "CPU"
    with pytest.raises(ProviderError, match="is not found: install NVIDIA's driver") as caught:
        create_session(model, "cuda")
    assert is_one_sentence(caught.value)


def test_auto_takes_the_processor_where_cuda_falls_back_and_says_so(
    model: Path, pretend_cuda: Callable[[type], None]
) -> None:
    pretend_cuda(FallenBack)

    assert create_session(model, "auto").provider == "CPU"


def test_auto_takes_cuda_where_it_works(model: Path, pretend_cuda: Callable[[type], None]) -> None:
    pretend_cuda(OnCuda)

    assert create_session(model, "auto").provider == "CUDA"
    assert create_session(model, "cuda").provider == "CUDA"
    assert create_session(model, "cpu").provider == "CPU"


def test_a_missing_model_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(PackError, match=r"nothing\.onnx") as caught:
        create_session(tmp_path / "nothing.onnx", "cpu")
    assert is_one_sentence(caught.value)


def test_support_that_came_later_waits_for_the_next_start(
    model: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ort, "get_available_providers", lambda: [CPU])
    monkeypatch.setattr(sessions, "gpu_support", lambda: GpuSupport("complete", Path("gpu")))
    monkeypatch.setattr(sessions, "in_use", lambda: False)

    with pytest.raises(ProviderError, match="came after the program had begun: start it again"):
        create_session(model, "cuda")


def test_what_the_runtime_prints_of_its_libraries_goes_to_the_log(
    model: Path,
    pretend_cuda: Callable[[type], None],
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
    capsys: pytest.CaptureFixture[str],
) -> None:
    pretend_cuda(OnCuda)
    monkeypatch.setattr(ort, "preload_dlls", lambda: sys.stdout.write("libcudnn.so.9 is not found"))
    caplog.set_level("INFO")

    create_session(model, "cuda")

    assert "libcudnn.so.9 is not found" in caplog.text
    assert capsys.readouterr().out == ""
