"""Which pack a person means."""

from pathlib import Path

from tivm_desktop.domain.calibration import Calibration
from tivm_desktop.domain.errors import PackError
from tivm_desktop.encoders.manifest import MANIFEST_NAME
from tivm_desktop.encoders.pack import Pack, default_pack_folder, list_packs, load_pack
from tivm_desktop.library.profile import Profile


def find_pack(asked: str | None, profile: Profile) -> Pack:
    """Return the checked pack of that name, or in that folder; without either, the default pack.

    Raises:
        PackError: there is none, or it is not what its manifest says.
    """
    if asked is None:
        return load_pack(default_pack_folder())
    folder = Path(asked)
    if folder.is_dir():
        return load_pack(folder.absolute())
    found = {known.name: known for known in list_packs((profile.packs_folder,))}
    if asked not in found:
        raise PackError(folder, f"There is no pack {asked}; installed are: {', '.join(found) or 'none'}.")
    return load_pack(found[asked])


def installed_packs(profile: Profile) -> list[Pack]:
    """Return all packs that came with the program or that the user added, checked.

    Raises:
        PackError: one of them is not what its manifest says.
    """
    return [load_pack(folder) for folder in list_packs((profile.packs_folder,))]


def calibration_of(pack: Pack) -> Calibration:
    """Return the reference statistics a pack carries.

    Raises:
        PackError: it carries none, or they are damaged.
    """
    path = pack.folder / MANIFEST_NAME
    try:
        found = Calibration.from_json(pack.calibration)
    except ValueError as error:
        raise PackError(
            path, f"{path} holds no calibration that can be used ({error}); get the pack again."
        ) from error
    towers = pack.towers
    if (
        towers is not None
        and towers.digest == found.towers
        and found.embedding_dim not in (0, towers.embedding_dim)
    ):
        raise PackError(
            path,
            f"{path} has references embedded in {found.embedding_dim} numbers where its towers give "
            f"{towers.embedding_dim}; get the pack again.",
        )
    return found
