"""What Windows shows of the programs in their properties: PyInstaller's form of the version resource."""

from pathlib import Path

from builder.program import TITLE

_FORM = """VSVersionInfo(
    ffi=FixedFileInfo(filevers={numbers}, prodvers={numbers}, mask=0x3F, OS=0x40004, fileType=1),
    kids=[
        StringFileInfo([StringTable("040904B0", [{strings}])]),
        VarFileInfo([VarStruct("Translation", [0x0409, 1200])]),
    ],
)
"""


class VersionError(ValueError):
    """A version that Windows can't be told."""


def four_numbers(version: str) -> str:
    """Return a version as Windows wants it: four numbers with dots.

    Raises:
        VersionError: it doesn't begin with a number.
    """
    numbers = version.split("+")[0].split(".")
    if not numbers[0].isdecimal():
        raise VersionError(f"The version {version} doesn't begin with a number.")
    return ".".join([*(number for number in numbers[:4] if number.isdecimal()), "0", "0", "0"][:4])


def write_version(file: Path, program: str, version: str) -> None:
    """Write what PyInstaller's EXE takes as `version`.

    Args:
        file: where to.
        program: the executable's name without suffix.
        version: of the program.

    Raises:
        VersionError: the version doesn't begin with a number.
        OSError: the file can't be written.
    """
    told = {
        "CompanyName": f"The authors of {TITLE}",
        "FileDescription": TITLE if program == "tivm-desktop" else f"{TITLE}, command line",
        "FileVersion": version,
        "InternalName": program,
        "LegalCopyright": "GPL-3.0-or-later",
        "OriginalFilename": f"{program}.exe",
        "ProductName": TITLE,
        "ProductVersion": version,
    }
    strings = ", ".join(f"StringStruct({key!r}, {value!r})" for key, value in told.items())
    numbers = tuple(int(number) for number in four_numbers(version).split("."))
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(_FORM.format(numbers=numbers, strings=strings), encoding="utf-8")
