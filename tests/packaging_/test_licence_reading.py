"""Licences are read from what others wrote: Debian's copyright files, wheels' metadata, texts' heads."""

from importlib.metadata import distribution
from pathlib import Path

import pytest
from builder.licences import system, texts, wheels
from builder.licences.texts import TextMissingError

from tests.packaging_.made_program import put, put_texts, put_wheel

HEAD = "Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/\n\n"


@pytest.mark.parametrize(
    ("told", "spdx"),
    [
        ("Files: *\nCopyright: x\nLicense: Expat\n", "MIT"),
        ("Files: debian/*\nLicense: GPL-3+\n\nFiles: *\nLicense: LGPL-2.1+\n", "LGPL-2.1-or-later"),
        ("Files: *\nLicense: BSD-3-clause or GPL-2+\n", "BSD-3-Clause OR GPL-2.0-or-later"),
        ("Files: *\nLicense: a-licence-of-its-own\n", ""),
        ("Files: lib/*\nLicense: Expat\n", ""),
    ],
)
def test_a_machine_readable_copyright_file(told: str, spdx: str) -> None:
    assert system.licence("made", HEAD + told) == spdx


def test_a_copyright_file_in_prose_says_nothing_but_the_table_may() -> None:
    prose = "This is free software.\n\nFiles: *\nLicense: Expat\n"
    assert system.licence("made", prose) == ""
    assert system.licence("libdbus-1-3", prose) == "AFL-2.1 OR GPL-2.0-or-later"


def test_a_library_of_no_package() -> None:
    assert system.debian_package("libof-nobody.so.99") == ""


def test_names_in_an_expression() -> None:
    assert texts.names("(MIT OR Apache-2.0 WITH LLVM-exception) AND MIT") == [
        "MIT",
        "Apache-2.0",
        "LLVM-exception",
    ]


def test_texts_are_found_by_newer_names_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put_texts(tmp_path)
    file = "licensedcode/data/licenses/made.LICENSE"
    head = "---\nspdx_license_key: Made-1.0-or-later\nother_spdx_license_keys:\n    - Made-1.0+\n---\n"
    put(tmp_path, file, f"{head}What is made.\n")
    monkeypatch.syspath_prepend(str(tmp_path))
    for name in ("Made-1.0-or-later", "Made-1.0+", "Made-1.0-only"):
        assert texts.spdx_text(name) == "What is made.\n"
    with pytest.raises(TextMissingError, match=r"Unmade-1\.0"):
        texts.spdx_text("Unmade-1.0")


def test_notices_are_found_once_and_on_one_line() -> None:
    text = (
        " * Copyright (c) 2020   A B\n# Copyright (c) 2020 A B\nThe copyright holder is nobody.\n© 2021 C\n"
    )
    assert texts.copyright_lines(text) == ("Copyright (c) 2020 A B", "© 2021 C")


def test_a_text_in_another_encoding(tmp_path: Path) -> None:
    file = put(tmp_path, "LICENSE", "Copyright © 2020 Zoë\r\n".encode("latin-1"))
    assert texts.as_text(file) == "Copyright © 2020 Zoë\n"


@pytest.mark.parametrize(
    ("metadata", "spdx"),
    [
        ("License-Expression: MIT AND Zlib\nLicense: other\n", "MIT AND Zlib"),
        ("License: Apache-2.0\n", "Apache-2.0"),
        ("License: BSD License\n", ""),
        ("", ""),
    ],
)
def test_what_a_wheel_says_of_its_licence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, metadata: str, spdx: str
) -> None:
    put_wheel(tmp_path, "made", metadata, {"made/__init__.py": ""})
    monkeypatch.syspath_prepend(str(tmp_path))
    assert wheels.expression(distribution("made")) == spdx


def test_what_a_wheel_says_of_itself(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    metadata = "Project-URL: Source, https://example.org/made\nAuthor-email: A Maker <a@example.org>\n"
    files = {
        "made-1.0.dist-info/licenses/sub/COPYING": "x",
        "made/ThirdPartyNotices.txt": "y",
        "made/a/LICENSE": "z",
    }
    put_wheel(tmp_path, "made", metadata, files)
    monkeypatch.syspath_prepend(str(tmp_path))
    made = distribution("made")
    assert wheels.homepage(made) == "https://example.org/made"
    assert wheels.authors(made) == ("Copyright A Maker",)
    assert [name for name, _ in wheels.files(made)] == ["ThirdPartyNotices.txt", "sub-COPYING"]
    assert "made 1.0" in wheels.source(made)
