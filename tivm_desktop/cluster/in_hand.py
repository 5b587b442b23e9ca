"""What is in hand at this moment, on record: a file that takes a machine down is recognised afterwards.

A file that makes its decoder crash costs a process that was made for that. One that brings down more (memory
of the machine, the actor, the node) leaves nobody to say so but its mark here; Ray would try it for ever.
Every fragment is marked while it is made, its files only once it was begun before: a mark takes time.
"""

import uuid
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from tivm_desktop.cluster.output import Output

_FOLDER = "in_hand"


class InHand:
    """Marks in a catalogue's output, one for each beginning that had no end."""

    def __init__(self, output: Output, run: str) -> None:
        """Use the marks in `output` for the run of that name."""
        self._output, self._run = output, run

    @contextmanager
    def making(self, fragment: str) -> Iterator[bool]:
        """Mark a fragment as in hand while the block runs; says whether it was begun before, to no end."""
        name = f"{_FOLDER}/{fragment.partition('.')[0]}.{self._run}"
        begun = self._output.exists(name)
        if not begun:
            self._output.write(name, b"")
        try:
            yield begun
        finally:
            self._output.delete(name)

    def strikes(self) -> Counter[str]:
        """Return by file id how often its analysis began and nobody was left to end it.

        A file that another machine is at right now counts as well: it is asked about one's own files only.
        """
        return Counter(name.partition(".")[0] for name in self._output.names(_FOLDER))

    @contextmanager
    def holding(self, file_id: str) -> Iterator[None]:
        """Mark a file as in hand while the block runs."""
        name = f"{_FOLDER}/{file_id}.{self._run}.{uuid.uuid4().hex}"
        self._output.write(name, b"")
        try:
            yield
        finally:
            self._output.delete(name)

    def forgive(self, file_ids: Iterable[str]) -> None:
        """Remove all marks of these files."""
        forgiven = set(file_ids)
        self._remove(name for name in self._output.names(_FOLDER) if name.partition(".")[0] in forgiven)

    def end_run(self) -> None:
        """Remove what this run left in hand when it was given up: no file is to blame for that."""
        self._remove(name for name in self._output.names(_FOLDER) if name.split(".")[1] == self._run)

    def _remove(self, names: Iterable[str]) -> None:
        for name in list(names):
            self._output.delete(f"{_FOLDER}/{name}")
