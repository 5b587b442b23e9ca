"""The program as macOS has it: an application bundle. What is done with it then: packaging/macos/."""

import shutil
from pathlib import Path
from typing import Any

from . import licences
from .program import TITLE

IDENTIFIER = "alt.tivm.tivm-desktop"
APP = f"{TITLE}.app"

_MINIMUM = "14.0"
"""What the wheels need that are built with Apple's own linear algebra; Qt 6.11 itself needs 13."""


def information(version: str, suffixes: list[str]) -> dict[str, Any]:
    """Return what Info.plist says beside what PyInstaller writes into it.

    Args:
        version: of the program.
        suffixes: of the films that it opens, with their dots.
    """
    kind = {"CFBundleTypeRole": "Viewer", "LSHandlerRank": "Alternate"}  # never the default by itself
    return {
        "CFBundleName": TITLE,
        "CFBundleDisplayName": TITLE,
        "CFBundleShortVersionString": version,
        "CFBundleVersion": version,
        "CFBundleDevelopmentRegion": "en",
        "CFBundlePackageType": "APPL",
        "CFBundleDocumentTypes": [
            {**kind, "CFBundleTypeName": "Film", "LSItemContentTypes": ["public.movie"]},
            {
                **kind,
                "CFBundleTypeName": "Film of another kind",
                "CFBundleTypeExtensions": [suffix.removeprefix(".") for suffix in suffixes],
            },
            {**kind, "CFBundleTypeName": "Music folder", "LSItemContentTypes": ["public.folder"]},
        ],
        "LSApplicationCategoryType": "public.app-category.video",
        "LSMinimumSystemVersion": _MINIMUM,
        "NSHighResolutionCapable": True,
        "NSHumanReadableCopyright": "GPL-3.0-or-later",
        "NSPrincipalClass": "NSApplication",
        "NSRequiresAquaSystemAppearance": False,
        "NSSupportsAutomaticGraphicsSwitching": True,
    }


def finish(made: Path, into: Path) -> Path:
    """Put the licences of everything shipped into the bundle in the folder `made`, and move it to `into`.

    PyInstaller signed the bundle when it made it; packaging/macos/sign_and_notarise.sh signs it anew.

    Raises:
        builder.licences.UncoveredError: something is shipped whose licence nobody knows.
        OSError: a file can't be written.
    """
    app = made / APP
    licences.collect(app, app / "Contents/Resources/tivm_desktop/_bundled/licences")
    result = into / APP
    into.mkdir(parents=True, exist_ok=True)
    shutil.rmtree(result, ignore_errors=True)
    shutil.move(app, result)
    return result
