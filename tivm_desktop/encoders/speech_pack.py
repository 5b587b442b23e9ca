"""The speech pack: the network that hears speech, found and checked before it is used."""

from dataclasses import dataclass
from pathlib import Path

from tivm_desktop.bundle import bundled
from tivm_desktop.encoders.checks import check_graph
from tivm_desktop.encoders.entries import Entries, FileEntry, Shapes
from tivm_desktop.encoders.manifest import Source, read_document, read_source
from tivm_desktop.encoders.pack_files import MOST_TEXT_BYTES, read_checked

SPEECH_PACK = "speech"
SPEECH_MANIFEST = "speech.json"
"""Not the name of other packs' manifests: this one ranks nothing and is not to be listed among them."""


@dataclass(frozen=True, slots=True)
class SpeechPack:
    """A checked pack with a speech detector in it."""

    folder: Path
    name: str
    version: str
    detector: str
    """Name of the network."""
    preprocessing: str
    """Id of how sound is handed to it; `speech` selects the code by it."""
    file: FileEntry
    inputs: Shapes
    outputs: Shapes
    sources: tuple[Source, ...]

    @property
    def detector_id(self) -> str:
        """Identity of the probabilities it gives; changes whenever file or preprocessing does."""
        return f"{self.detector}+{self.preprocessing}@{self.file.sha256[:12]}"


def default_speech_folder() -> Path:
    """Return the folder of the speech pack that came with the program."""
    return bundled("models") / SPEECH_PACK


def load_speech_pack(folder: Path) -> SpeechPack:
    """Read the pack's folder and check presence, SHA-256 and shapes of everything it names.

    Raises:
        PackError: something is missing, altered or not understood; the sentence names the file.
    """
    document = read_document(folder, SPEECH_MANIFEST)
    entries = Entries(folder, folder / SPEECH_MANIFEST)
    detector = entries.take(document, "detector", dict)
    pack = SpeechPack(
        folder=folder,
        name=entries.word(document, "name"),
        version=entries.word(document, "version"),
        detector=entries.word(detector, "name"),
        preprocessing=entries.word(detector, "preprocessing"),
        file=entries.file(detector),
        inputs=entries.shapes(entries.take(detector, "inputs", dict)),
        outputs=entries.shapes(entries.take(detector, "outputs", dict)),
        sources=tuple(read_source(entries, entry) for entry in entries.take(document, "sources", list)),
    )
    for text in entries.files(entries.take(document, "texts", list)):
        read_checked(text, MOST_TEXT_BYTES)
    check_graph(pack, {})
    return pack
