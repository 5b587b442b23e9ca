"""Importing what needs the train extra, when a command really runs."""

import sys

from tivm_desktop.domain.errors import TivmError


class TrainingParts:
    """Turns a missing package into a sentence: `with TrainingParts("Training"): from ... import ...`."""

    def __init__(self, work: str = "This command") -> None:
        """Take what is done, as the sentence's subject."""
        self._work = work

    def __enter__(self) -> None:
        pass

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> None:
        if isinstance(error, ModuleNotFoundError):
            lacking, remedy = (
                ("the installed program does not carry", "use a Python environment with")
                if getattr(sys, "frozen", False)
                else ("is not installed", "install")
            )
            raise TivmError(
                f"{self._work} needs {error.name}, which {lacking}; {remedy} tivm-desktop[train]."
            ) from error
