import pickle
from pathlib import Path

import pytest

from tivm_desktop.domain.errors import CancelledError, FileError, MediaError, PackError, TivmError


@pytest.mark.parametrize("kind", [FileError, MediaError, PackError])
def test_an_error_of_a_file_comes_out_of_another_process_whole(kind: type[FileError]) -> None:
    error = kind(Path("a.mp4"), "a.mp4 can't be read: convert it.")
    assert error.path == Path("a.mp4")
    again = pickle.loads(pickle.dumps(error))  # noqa: S301 - our own bytes
    assert type(again) is kind
    assert (again.path, again.sentence, str(again)) == (error.path, error.sentence, error.sentence)


def test_a_cancelled_job_is_no_error_to_be_shown() -> None:
    assert not issubclass(CancelledError, TivmError)
