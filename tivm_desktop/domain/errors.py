"""Errors that reach the user as one sentence: what is wrong with which file, and what to do about it."""

from pathlib import Path


class TivmError(Exception):
    """An error whose text is shown to the user as it is.

    The text is one sentence that names the file (if there is one) and the remedy.
    """


class FileError(TivmError):
    """Something about one file; `path` is that file."""

    def __init__(self, path: Path, sentence: str) -> None:
        super().__init__(sentence)
        self.path = path
        self.sentence = sentence

    def __reduce__(self) -> tuple[type["FileError"], tuple[Path, str]]:
        return type(self), (self.path, self.sentence)


class MediaError(FileError):
    """A media file that can't be read, or lacks the stream that is asked for."""


class PackError(FileError):
    """A model pack that is incomplete, altered or not understood."""


class ExportError(FileError):
    """A preview that can't be written."""


class ArchiveError(FileError):
    """A paired feature archive, or a source of one, that is incomplete, damaged or lacks what is wanted."""


class RunError(FileError):
    """A training run's folder that is incomplete, altered or does not fit what is asked of it."""


class ProviderError(TivmError):
    """An execution provider that was asked for and is not to be had."""


class OutputError(TivmError):
    """There is no sound device, or it can't be used."""


class OnlineError(TivmError):
    """Something that the user had asked for over the network and that did not come as it should."""


class RuntimeFolderError(TivmError):
    """GPU support that can't be installed, used or removed."""


class CancelledError(Exception):
    """Raised inside a job whose cancellation was asked for; never shown."""
