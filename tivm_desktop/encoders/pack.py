"""Model packs: found, and checked file by file before anything of them is used."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from tivm_desktop.bundle import bundled
from tivm_desktop.domain.errors import PackError
from tivm_desktop.encoders.checks import check_graph, check_towers
from tivm_desktop.encoders.manifest import MANIFEST_NAME, FrameSpec, MusicSpec, Source, read_manifest
from tivm_desktop.encoders.pack_files import MOST_TEXT_BYTES, read_checked
from tivm_desktop.encoders.tower_manifest import TowersSpec

DEFAULT_PACK = "base"


@dataclass(frozen=True, slots=True)
class Pack:
    """A checked pack: everything needed to turn pictures and sound into features."""

    folder: Path
    name: str
    version: str
    description: str
    frame: FrameSpec
    music: MusicSpec
    sources: tuple[Source, ...]
    figures: Mapping[str, object]
    calibration: Mapping[str, object]
    towers: TowersSpec | None = None
    """The trained part, where the pack has one."""


def load_pack(folder: Path) -> Pack:
    """Read a pack's folder and check presence, SHA-256 and shapes of everything it names.

    Raises:
        PackError: something is missing, altered or not understood; the sentence names the file.
    """
    manifest = read_manifest(folder)
    for entry in manifest.licence_files:
        read_checked(entry, MOST_TEXT_BYTES)
    check_graph(
        manifest.frame, {"features": manifest.frame.feature_dim, "classes": len(manifest.frame.classes)}
    )
    check_graph(manifest.music, {"features": manifest.music.feature_dim, "tags": len(manifest.music.tags)})
    if manifest.towers is not None:
        check_towers(manifest.towers, manifest.frame, manifest.music)
    return Pack(
        folder=folder,
        name=manifest.name,
        version=manifest.version,
        description=manifest.description,
        frame=manifest.frame,
        music=manifest.music,
        sources=manifest.sources,
        figures=manifest.figures,
        calibration=manifest.calibration,
        towers=manifest.towers,
    )


def default_pack_folder() -> Path:
    """Return the folder of the pack that is used where no other is asked for.

    Raises:
        PackError: the installation has lost its packs.
    """
    try:
        return bundled("models") / DEFAULT_PACK
    except FileNotFoundError as error:
        raise PackError(Path("models"), str(error)) from error


def list_packs(folders: Iterable[Path] = ()) -> tuple[Path, ...]:
    """Return the folders of all packs beside the default one and in `folders`, sorted, unchecked."""
    roots = [bundled("models"), *folders]
    found = {
        manifest.parent for root in roots if root.is_dir() for manifest in root.glob(f"*/{MANIFEST_NAME}")
    }
    return tuple(sorted(found))
