"""Where the program's icons and themes lie, in a checkout and in an installed package."""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent.parent


def resource_folder() -> Path:
    """Return the folder that holds `icons` and `themes`.

    Raises:
        FileNotFoundError: the installation lacks its resources.
    """
    for folder in (_PACKAGE / "_bundled" / "resources", _PACKAGE.parent / "resources"):
        if folder.is_dir():
            return folder
    raise FileNotFoundError("TIVM Desktop's resources are missing: install the program again.")
