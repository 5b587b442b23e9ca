import numpy as np
import pytest
from numpy.typing import NDArray

from tivm_desktop.playback.ring import SampleRing


def samples(first: int, last: int) -> NDArray[np.float32]:
    return np.repeat(np.arange(first, last, dtype=np.float32)[:, None], 2, axis=1)


def read(ring: SampleRing, sample: int, count: int) -> list[float]:
    out = np.full((count, 2), -1.0, np.float32)
    got = ring.read_into(out, sample)
    return [float(value) for value in out[:got, 1]]


def test_gives_back_what_was_written_across_its_seam() -> None:
    ring = SampleRing(10, 2, first_sample=100)
    heard = []
    for start in range(100, 160, 6):
        assert ring.write(samples(start, start + 6)) == 6
        heard += read(ring, start, 6)
    assert heard == list(range(100, 160))


def test_takes_no_more_than_it_has_room_for() -> None:
    ring = SampleRing(10, 2, first_sample=0)
    assert ring.write(samples(0, 16)) == 10
    assert ring.space == 0
    assert read(ring, 0, 4) == [0, 1, 2, 3]
    assert ring.write(samples(10, 16)) == 4
    assert read(ring, 4, 10) == list(range(4, 14))


def test_skips_ahead() -> None:
    ring = SampleRing(10, 2, first_sample=0)
    ring.write(samples(0, 10))
    assert read(ring, 7, 2) == [7, 8]
    assert ring.space == 9


def test_a_reader_ahead_of_the_writer_gets_nothing_and_frees_the_room() -> None:
    ring = SampleRing(10, 2, first_sample=0)
    ring.write(samples(0, 10))
    assert read(ring, 40, 5) == []
    assert ring.space == 10


@pytest.mark.parametrize("sample", [0, 4])
def test_what_is_gone_is_not_given_again(sample: int) -> None:
    ring = SampleRing(10, 2, first_sample=0)
    ring.write(samples(0, 10))
    read(ring, 5, 1)
    assert read(ring, sample, 3) == []


def test_an_empty_read_changes_nothing() -> None:
    ring = SampleRing(10, 2, first_sample=0)
    ring.write(samples(0, 4))
    assert read(ring, 0, 0) == []
    assert read(ring, 0, 4) == [0, 1, 2, 3]


def test_says_when_it_is_finished() -> None:
    ring = SampleRing(4, 2, first_sample=3)
    assert not ring.finished
    ring.write(samples(3, 5))
    ring.finish()
    assert ring.finished
    assert ring.written_until == 5


def test_some_of_what_was_read_stays() -> None:
    ring = SampleRing(10, 2, first_sample=-3, behind=4)
    ring.write(samples(-3, 7))
    assert read(ring, 0, 5) == [0, 1, 2, 3, 4]
    assert (ring.kept_from, ring.read_until, ring.space) == (1, 5, 4)
    assert read(ring, 1, 2) == [1, 2]
    assert read(ring, 0, 1) == []
    assert ring.read_until == 5
    assert ring.write(samples(7, 20)) == 4
    assert read(ring, 1, 10) == list(range(1, 11))


def test_lets_go_of_what_nobody_reads() -> None:
    ring = SampleRing(10, 2, first_sample=0)
    ring.write(samples(0, 10))
    ring.skip_to(6)
    assert (ring.kept_from, ring.space) == (6, 6)
    ring.skip_to(2)
    assert ring.kept_from == 6
    ring.skip_to(50)
    assert (ring.kept_from, ring.space) == (10, 10)
