"""GPU support is used where it is whole and for this program; else it is said why it is not."""

import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from textwrap import dedent

import onnxruntime
import pytest

from tests.encoders.gpu_making import make_support, whereabouts
from tests.encoders.making import is_one_sentence
from tivm_desktop.domain.errors import ProviderError
from tivm_desktop.encoders.pack import default_pack_folder, load_pack
from tivm_desktop.encoders.runtime_folder import choose, gpu_support, look_at
from tivm_desktop.encoders.runtime_wheels import runtime_lock
from tivm_desktop.encoders.sessions import create_session
from tivm_desktop.matching.jobs import Done
from tivm_desktop.matching.workers import AnalysisPool

ROOT = Path(__file__).resolve().parents[2]
FAKE = {
    "onnxruntime/__init__.py": b"__version__ = '1.26.0'\n",
    "nvidia/cudnn/lib/libcudnn.so.9": b"networks",
}
BROKEN = FAKE | {"onnxruntime/__init__.py": b"import onnxruntime.capi\n"}


@pytest.fixture(autouse=True)
def choose_nothing_after() -> Iterator[None]:
    yield
    choose(None)


def loaded(root: Path, extra: str = "") -> list[str]:
    """What a fresh interpreter says of the runtime it loads: its file, version, and what is wrong."""
    program = f"""
        from pathlib import Path
        from tivm_desktop.encoders.runtime_folder import choose, gpu_support, in_use, runtime
        choose(Path({str(root)!r}))
        {extra}
        made = runtime()
        found = gpu_support()
        print(made.__file__, made.__version__, in_use(), found.state, found.problem, sep="\\n")
    """
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", dedent(program)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout.splitlines()


def test_a_whole_one_is_loaded_instead_of_the_program_s_own(tmp_path: Path) -> None:
    folder = make_support(tmp_path, FAKE)
    file, version, used, state, problem = loaded(tmp_path)
    assert Path(file) == folder / "onnxruntime" / "__init__.py"
    assert (version, used, state, problem) == ("1.26.0", "True", "complete", "")


def test_where_there_is_none_nothing_is_wrong(tmp_path: Path) -> None:
    assert loaded(tmp_path / "none") == [onnxruntime.__file__, onnxruntime.__version__, "False", "absent", ""]


def test_one_that_can_not_be_loaded_is_left_for_the_program_s_own(tmp_path: Path) -> None:
    make_support(tmp_path, BROKEN)
    file, version, used, state, problem = loaded(tmp_path)
    assert (file, version, used) == (onnxruntime.__file__, onnxruntime.__version__, "False")
    assert state == "broken"
    assert "can't be loaded and is not used (No module named 'onnxruntime.capi')" in problem


def test_who_asks_while_it_is_loaded_gets_a_whole_one(tmp_path: Path) -> None:
    """Asked for by another thread from within its own loading, which waits a moment for the answer."""
    asked_within = FAKE | {
        "onnxruntime/__init__.py": dedent(
            """
            from threading import Thread
            from tivm_desktop.encoders.runtime_folder import runtime

            versions = []
            asking = Thread(target=lambda: versions.append(getattr(runtime(), "__version__", "none yet")))
            asking.start()
            asking.join(0.2)
            __version__ = "1.26.0"
            """
        ).encode()
    }
    make_support(tmp_path, asked_within)
    said = loaded(tmp_path, "runtime().asking.join(); assert runtime().versions == ['1.26.0']")
    assert said[1:] == ["1.26.0", "True", "complete", ""]


def test_a_runtime_that_is_loaded_already_stays(tmp_path: Path) -> None:
    make_support(tmp_path, FAKE)
    file, _, used, state, _ = loaded(tmp_path, "import onnxruntime")
    assert (file, used, state) == (onnxruntime.__file__, "False", "complete")


def test_workers_use_it_too(tmp_path: Path) -> None:
    folder = make_support(tmp_path, FAKE)
    choose(tmp_path)
    pool = AnalysisPool(object)
    try:
        outcome = pool.submit(whereabouts, subject=tmp_path).wait(60.0)
    finally:
        pool.close()
    assert isinstance(outcome, Done)
    assert Path(outcome.result) == folder / "onnxruntime" / "__init__.py"


@pytest.mark.parametrize(
    ("damage", "said"),
    [
        (lambda folder: (folder / "nvidia/cudnn/lib/libcudnn.so.9").unlink(), r"libcudnn\.so\.9 is lacking"),
        (lambda folder: (folder / "onnxruntime/__init__.py").write_text(""), "has 0 bytes instead of"),
        (lambda folder: (folder / "complete.json").unlink(), r"no complete\.json"),
        (lambda folder: (folder / "complete.json").write_text("{}"), r"no complete\.json"),
        (lambda folder: (folder / "complete.json").write_bytes(b"\xff"), r"no complete\.json"),
        (lambda folder: make_support(folder.parent, FAKE, python="cp27"), "it is for cp27 and"),
        (lambda folder: make_support(folder.parent, FAKE, system="plan9-x86_64"), "plan9-x86_64, not for"),
    ],
)
def test_what_is_damaged_is_not_used_and_said(
    tmp_path: Path, damage: Callable[[Path], object], said: str
) -> None:
    folder = make_support(tmp_path, FAKE)
    assert look_at(tmp_path).state == "complete"
    damage(folder)
    support = look_at(tmp_path)
    assert support.state == "broken"
    assert support.size_bytes > 0
    assert re.search(said, support.problem)
    choose(tmp_path)
    model = load_pack(default_pack_folder()).frame.file.path
    assert create_session(model, "auto", threads=1).provider == "CPU"
    with pytest.raises(ProviderError, match="GPU support is damaged and is not used") as caught:
        create_session(model, "cuda", threads=1)
    assert is_one_sentence(caught.value)


def test_that_of_another_version_is_outdated(tmp_path: Path) -> None:
    make_support(tmp_path, FAKE).rename(tmp_path / "0123456789abcdef")
    (tmp_path / ".new-12345678").mkdir()
    (tmp_path / "downloads").mkdir()
    support = look_at(tmp_path)
    assert (support.state, support.folder) == ("outdated", tmp_path / "0123456789abcdef")
    assert "another version of TIVM Desktop" in support.problem


def test_what_no_lock_names_is_absent(tmp_path: Path) -> None:
    (tmp_path / "downloads").mkdir()
    (tmp_path / runtime_lock().digest).write_text("a file")
    assert look_at(tmp_path).state == "absent"


def test_nothing_is_looked_at_before_it_is_needed(tmp_path: Path) -> None:
    choose(tmp_path)
    make_support(tmp_path, FAKE)
    assert gpu_support().state == "complete"
    choose(None)
    assert gpu_support().state == "absent"
