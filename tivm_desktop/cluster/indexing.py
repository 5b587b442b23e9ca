"""A run over a catalogue: what is not done yet goes to the actors of a Ray cluster, block by block."""

import logging
import math
import socket
import sys
import uuid
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, redirect_stdout
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tivm_desktop.cluster.analyser import FAILED, STOPPED, UNREACHABLE, FragmentAnalyser, Plan
from tivm_desktop.cluster.extra import require_extra
from tivm_desktop.cluster.fragment import finished_ids
from tivm_desktop.cluster.in_hand import InHand
from tivm_desktop.cluster.index_file import write_index
from tivm_desktop.cluster.output import Output
from tivm_desktop.cluster.work import WorkItem, files_of
from tivm_desktop.domain.errors import TivmError
from tivm_desktop.library.shared_format import FEATURES_FOLDER

LOCAL = "local"
"""The address that starts a cluster on this machine, for as long as the run takes."""
LARGEST_FRAGMENT = 32
"""Files in a fragment: what a worker that is killed loses at most, some minutes of it."""
_PATIENCE_S = 10.0
_FRAGMENTS_EACH = 4
"""At least so many for each worker, if there are files enough, so that all end at about the same time."""


@dataclass(frozen=True, slots=True)
class Cluster:
    """Where the work is done."""

    address: str
    """As `ray.init` takes it: `local` starts one here, `auto` finds one that runs here, else `HOST:PORT`."""
    workers: int | None = None
    """Actors, of one processor each; None for as many as the cluster has processors."""


@dataclass(slots=True)
class Indexed:
    """What came of indexing a catalogue."""

    total: int
    """Files in the folders."""
    known: int
    """Of these, done in earlier runs."""
    analysed: int = 0
    failed: int = 0
    """Files that failed in this run; the catalogue names all that ever did."""
    unreachable: int = 0
    """Files that no worker could open: tried again by the next run."""
    sounds: int = 0
    """Different sounds in the catalogue now."""
    unreadable: list[tuple[Path, str]] = field(default_factory=list)
    """Folders that could not be listed, and why."""


def index_catalogue(
    roots: Sequence[Path],
    output: Output,
    cluster: Cluster,
    plan: Plan,
    progress: Callable[[int, int], None],
    *,
    try_again: bool = False,
) -> Indexed:
    """Analyse what is new in folders of music, and write the index; a run that broke off is gone on with.

    Args:
        roots: folders of music that all machines see under these names.
        output: where `plan` writes.
        cluster: where the work is done.
        plan: what is done.
        progress: called with the number of files done, those of earlier runs included, and of all files.
        try_again: have files that failed tried again.

    Raises:
        FileError: a folder can't be read.
        TivmError: the cluster or the output can't be used, or a worker can't analyse anything.
    """
    require_extra()
    unreadable: list[tuple[Path, str]] = []
    items = files_of(roots, plan.made_with, lambda path, why: unreadable.append((path, why)))
    in_hand = InHand(output, plan.run)
    analysed, failed = _finished(output)
    if try_again:
        in_hand.forgive(failed)
        failed = set()
    done = analysed | failed
    todo = [item for item in items if item.file_id not in done]
    outcome = Indexed(len(items), len(items) - len(todo), unreadable=unreadable)
    progress(outcome.known, outcome.total)
    try:
        if todo:
            _analyse(todo, cluster, plan, outcome, progress)
    finally:
        in_hand.end_run()
        outcome.sounds = write_index(output, plan.made_with, items, roots)
    return outcome


def new_run() -> str:
    """Return a name for a run that no other has."""
    return uuid.uuid4().hex


def _finished(output: Output) -> tuple[set[str], set[str]]:
    """File ids of all finished fragments: analysed, and failed."""
    analysed: set[str] = set()
    failed: set[str] = set()
    for name in output.names(FEATURES_FOLDER):
        ids = finished_ids(output, name)
        if ids is not None:
            analysed.update(ids[0])
            failed.update(ids[1])
    return analysed, failed - analysed


def _analyse(
    todo: Sequence[WorkItem],
    cluster: Cluster,
    plan: Plan,
    outcome: Indexed,
    progress: Callable[[int, int], None],
) -> None:
    """Have the cluster's actors turn `todo` into fragments, and count how the files end."""
    import ray
    from ray import data
    from ray.exceptions import RayError

    with _connected(cluster):
        processors = max(1, int(ray.cluster_resources().get("CPU", 1)))
        workers = min(cluster.workers or processors, len(todo))
        data.DataContext.get_current().enable_progress_bars = False
        blocks = max(math.ceil(len(todo) / LARGEST_FRAGMENT), min(len(todo), _FRAGMENTS_EACH * workers))
        table = data.from_items([item.row for item in todo], override_num_blocks=blocks)
        ended = table.map_batches(
            FragmentAnalyser,
            fn_constructor_args=(plan,),
            batch_size=None,
            batch_format="pyarrow",
            compute=data.ActorPoolStrategy(size=workers),
            num_cpus=1,
        )
        told: Counter[str] = Counter()
        try:
            for row in ended.iter_rows():
                if row["outcome"] == STOPPED:
                    raise TivmError(row["reason"])
                told[row["outcome"]] += 1
                outcome.failed, outcome.unreachable = told[FAILED], told[UNREACHABLE]
                outcome.analysed = told.total() - outcome.failed - outcome.unreachable
                progress(outcome.known + told.total(), outcome.total)
        except RayError as error:
            lines = str(error).strip().splitlines() or [type(error).__name__]
            raise TivmError(f"The cluster gave up ({lines[-1]}); mend that and start again.") from error


@contextmanager
def _connected(cluster: Cluster) -> Iterator[None]:
    """Be a driver of the cluster while the block runs. What Ray prints goes where errors go."""
    import ray

    options: dict[str, Any] = {
        "address": cluster.address,
        "log_to_driver": False,
        "logging_level": logging.ERROR,
    }
    if cluster.address == LOCAL:
        options |= {"include_dashboard": False, "num_cpus": cluster.workers}
    with redirect_stdout(sys.stderr):
        try:
            _knock(cluster.address)
            ray.init(**options)
        except (OSError, RuntimeError, ValueError) as error:
            raise TivmError(
                f"There is no Ray cluster at {cluster.address} ({error}); start one with `ray start --head`"
                f" and give its address, or take `--address {LOCAL}`."
            ) from error
        try:
            logging.getLogger("ray.data").setLevel(logging.ERROR)
            yield
        finally:
            ray.shutdown()


def _knock(address: str) -> None:
    """Find out at once whether anybody answers at a host and port; Ray would go on trying for many minutes.

    Raises:
        OSError: nobody does.
    """
    host, separator, port = address.rpartition("://")[2].rpartition(":")
    if separator and port.isdecimal():
        socket.create_connection((host.strip("[]"), int(port)), _PATIENCE_S).close()
