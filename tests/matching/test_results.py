"""What a worker sends is data: nothing in it can have the program do something."""

import os
import pickle
from http import HTTPStatus
from importlib import import_module
from pathlib import Path

import numpy as np
import pytest

from tests.domain.making import sound, track
from tivm_desktop.domain.analysis import TrackAnalysis
from tivm_desktop.domain.track_facts import Depth
from tivm_desktop.matching.jobs import Done, Failed
from tivm_desktop.matching.results import read_result
from tivm_desktop.matching.worker_process import WorkEnded


class Hostile:
    """Has whoever unpickles it call something."""

    def __init__(self, call: object, *arguments: object) -> None:
        self._call = (call, arguments)

    def __reduce__(self) -> tuple[object, tuple[object, ...]]:
        return self._call


def test_values_come_home_as_they_were() -> None:
    sent = WorkEnded(7, Done((Depth.FULL, Path("/music/a.mp3"), {"x": [1.5, None, "é"]}, np.float32(2.5))))
    assert read_result(pickle.dumps(sent)) == sent


def test_members_come_home_from_pythons_that_send_them_by_name() -> None:
    assert read_result(pickle.dumps(Hostile(getattr, Depth, "FULL"))) is Depth.FULL


def test_an_analysis_comes_home_with_its_arrays() -> None:
    sent = track(sound(12))
    read = read_result(pickle.dumps(sent))
    assert isinstance(read, TrackAnalysis)
    assert read.features.dtype == sent.features.dtype
    np.testing.assert_array_equal(read.features, sent.features)


def test_a_failure_comes_home_with_its_sentence() -> None:
    sent = WorkEnded(1, Failed("a.mp3 is cut off; copy it again.", lasting=True))
    assert read_result(pickle.dumps(sent)) == sent


@pytest.mark.parametrize(
    ("call", "arguments"),
    [
        (os.system, ("true",)),
        (eval, ("1",)),
        (getattr, ("", "join")),
        (getattr, (Depth, "mro")),
        (getattr, (Path, "unlink")),
        (getattr, (HTTPStatus.OK, "real")),
        (import_module, ("json",)),
        (Path.unlink, (Path("/nowhere"),)),
        (np.load, ("/nowhere.npy",)),
        (read_result, (b"",)),
    ],
)
def test_whatever_else_it_names_is_refused(call: object, arguments: tuple[object, ...]) -> None:
    payload = pickle.dumps(WorkEnded(1, Done(Hostile(call, *arguments))))
    with pytest.raises(pickle.UnpicklingError, match="is no result"):
        read_result(payload)


def test_a_module_of_the_program_is_no_door_to_what_it_imported() -> None:
    payload = b"\x80\x04\x8c\x1ctivm_desktop.matching.worker\x8c\x06pickle\x93."
    with pytest.raises(pickle.UnpicklingError, match="is no result"):
        read_result(payload)
    payload = b"\x80\x04\x8c\x1ctivm_desktop.matching.worker\x8c\x0cpickle.loads\x93."
    with pytest.raises(pickle.UnpicklingError, match="is no result"):
        read_result(payload)
