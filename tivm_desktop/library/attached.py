"""Which shared catalogues a user has beside the library: a small file in the profile."""

import hashlib
import json
import shutil
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tivm_desktop.domain.errors import FileError
from tivm_desktop.library.profile import Profile
from tivm_desktop.library.roots import folder_named
from tivm_desktop.whole_file import write_whole

_NAME = "catalogues.json"


@dataclass(frozen=True, slots=True)
class Attachment:
    """A shared catalogue, and where its music lies here."""

    folder: Path
    """Where the catalogue is."""
    places: Mapping[Path, Path] = field(default_factory=dict)
    """As `SharedCatalogue` takes it."""


def is_address(named: str) -> bool:
    """Tell whether this is the address of a bucket, and no folder."""
    return "://" in named


def folder_of(profile: Profile, named: str) -> Path:
    """Return the folder of a catalogue; of one in a bucket that of its copy, made or not."""
    if not is_address(named):
        return folder_named(Path(named))
    name = hashlib.blake2b(named.rstrip("/").encode(), digest_size=8).hexdigest()
    return folder_named(profile.catalogues_folder / name)


def attached(profile: Profile) -> list[Attachment]:
    """Return the catalogues that are attached, the first attached first.

    Raises:
        FileError: the list can't be read.
    """
    place = profile.data_folder / _NAME
    try:
        found = json.loads(place.read_text("utf-8"))
        return [_attachment(one) for one in found["catalogues"]]
    except FileNotFoundError:
        return []
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise FileError(
            place,
            f"The list of shared catalogues {place} can't be read ({error}); delete it and attach them anew.",
        ) from error


def attach(profile: Profile, attachment: Attachment) -> None:
    """Attach a catalogue; one that is attached gets the places given now.

    Raises:
        FileError: the list can't be read or written.
    """
    named = Attachment(folder_named(attachment.folder), attachment.places)
    others = [one for one in attached(profile) if one.folder != named.folder]
    _write(profile, [*others, named])


def detach(profile: Profile, folder: Path) -> None:
    """Detach the catalogue in `folder`; its files stay as they are, but those of a copy from a bucket.

    Raises:
        FileError: none is attached from there, the list can't be read or written, or the copy not deleted.
    """
    folder = folder_named(folder)
    is_copy = folder.parent == folder_named(profile.catalogues_folder) and folder.is_dir()
    known = attached(profile)
    remaining = [one for one in known if one.folder != folder]
    if len(remaining) == len(known) and not is_copy:
        raise FileError(
            folder, f"No catalogue is attached from {folder}; `tivm library attached` lists them."
        )
    _write(profile, remaining)
    if is_copy:
        try:
            shutil.rmtree(folder)
        except OSError as error:
            strerror = error.strerror or error
            raise FileError(
                folder,
                f"The copy of the catalogue in {folder} can't be deleted ({strerror}); end the program"
                " and detach it once more.",
            ) from error


def _attachment(kept: Any) -> Attachment:  # noqa: ANN401 - whatever the file says
    places = {Path(there): Path(here) for there, here in kept["places"].items()}
    return Attachment(folder_named(Path(kept["folder"])), places)


def _write(profile: Profile, attachments: list[Attachment]) -> None:
    place = profile.data_folder / _NAME
    kept = [
        {"folder": str(one.folder), "places": {str(there): str(here) for there, here in one.places.items()}}
        for one in attachments
    ]
    try:
        profile.data_folder.mkdir(parents=True, exist_ok=True)
        write_whole(place, json.dumps({"catalogues": kept}, indent=2).encode())
    except OSError as error:
        raise FileError(
            place,
            f"The list of shared catalogues {place} can't be written ({error}); free space on its disk.",
        ) from error
