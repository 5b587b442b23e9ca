"""Indexes a folder on a Ray cluster of this machine; in a process of its own, as Ray leaves threads behind.

    python -m tests.cluster.driver OUTPUT LOG FOLDER [--try-again] [--no-tools]

Prints what `index_catalogue` returns as JSON.
"""

import argparse
import json
import sys
from pathlib import Path

from tests.cluster import jobs
from tivm_desktop.cluster.analyser import Plan
from tivm_desktop.cluster.indexing import Cluster, index_catalogue, new_run
from tivm_desktop.cluster.output import Output
from tivm_desktop.domain.errors import TivmError


def told(done: int, total: int) -> None:
    sys.stderr.write(f"{done} of {total}\n")


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("output")
    parser.add_argument("log", type=Path)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--try-again", action="store_true")
    parser.add_argument("--no-tools", action="store_true")
    asked = parser.parse_args()
    tools: jobs.NoTools | jobs.Tools = jobs.NoTools() if asked.no_tools else jobs.Tools(asked.log)
    plan = Plan(asked.output, new_run(), tools, jobs.MADE_WITH, jobs.analyse, timeout_s=15.0)
    try:
        outcome = index_catalogue(
            [asked.folder],
            Output(asked.output),
            Cluster("local", 2),
            plan,
            told,
            try_again=asked.try_again,
        )
    except KeyboardInterrupt:
        return 130
    except TivmError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    sys.stdout.write(
        json.dumps({name: getattr(outcome, name) for name in outcome.__slots__ if name != "unreadable"})
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
