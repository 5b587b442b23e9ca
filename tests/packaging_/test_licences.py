"""The licences of all that is shipped are collected whole, or the build ends."""

import json
import sys
from pathlib import Path

import pytest
from builder.licences import IncompatibleError, Part, UncoveredError, check, collect, debian_copyright, read
from builder.licences.compatible import check_ffmpeg, compatible
from builder.licences.known import known_parts

from tests.packaging_.made_program import CONFIGURATION, library, put, put_program, put_texts, put_wheel


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A program's folder whose wheels and licence texts are installed."""
    site = tmp_path / "site"
    put_texts(site)
    terms = {"made/sound.so": "", "made-1.0.dist-info/licenses/LICENSE": "Copyright (c) 2024 A Maker\n"}
    put_wheel(site, "made", "License-Expression: MIT\nSummary: makes sound\n", terms)
    # What else is installed is much, and none of it is shipped.
    monkeypatch.setattr(sys, "path", [str(site), *(path for path in sys.path if "site-packages" not in path)])
    put_program(tmp_path / "program")
    return tmp_path / "program"


def _collect(program: Path) -> dict[str, Part]:
    into = program / "_internal/tivm_desktop/_bundled/licences"
    return {part.name: part for part in collect(program, into)}


def _folder(program: Path) -> Path:
    return program / "_internal/tivm_desktop/_bundled/licences"


def test_everything_shipped_has_its_part(program: Path) -> None:
    parts = _collect(program)
    assert {"TIVM Desktop", "FFmpeg", "x264", "made", "models/base"} <= set(parts)
    assert next(iter(parts)) == "TIVM Desktop"
    assert parts["FFmpeg"].version == "8.1.2"
    assert parts["made"].licence == "MIT"
    assert parts["made"].copyright == ("Copyright (c) 2024 A Maker",)
    assert parts["models/base"].licence == "GPL-3.0-or-later AND MIT"


def test_the_index_has_what_the_window_reads(program: Path) -> None:
    parts = _collect(program)
    entries = json.loads((_folder(program) / "index.json").read_text(encoding="utf-8"))
    assert [entry["name"] for entry in entries] == list(parts)
    for entry in entries:
        assert {"name", "version", "licence", "files", "what", "origin"} <= set(entry)
        assert entry["files"]
        assert all((_folder(program) / file).read_text(encoding="utf-8") for file in entry["files"])
    assert read(_folder(program)) == list(parts.values())


def test_what_contains_another_part_brings_it(program: Path) -> None:
    put(program / "_internal", "av.libs/libavcodec-1.so.62", library())
    assert "nv-codec-headers" in _collect(program)


def test_an_older_collection_is_replaced_and_not_looked_at(program: Path) -> None:
    left = put(_folder(program), "texts/unheard-of/strange.bin", b"\0")
    _collect(program)
    assert not left.exists()


@pytest.mark.parametrize("path", ["unheard_of.bin", "sub/folder/libstrange-1.so", "av.libs/libnew-1234.so.1"])
def test_a_file_that_nobody_covers_ends_the_build_with_its_name(program: Path, path: str) -> None:
    put(program / "_internal", path, b"\0")
    with pytest.raises(UncoveredError, match=path):
        _collect(program)


@pytest.mark.parametrize("path", ["made.libs/libother-1.so", "made/.dylibs/libother.1.dylib"])
def test_what_a_wheel_brings_by_others_is_not_covered_by_it(
    program: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, path: str
) -> None:
    put_wheel(tmp_path / "other", "bringer", "License-Expression: MIT\n", {path: ""})
    monkeypatch.setattr(sys, "path", [str(tmp_path / "other"), *sys.path])
    put(program / "_internal", path)
    with pytest.raises(UncoveredError, match="libother"):
        _collect(program)


def test_folders_of_a_macos_bundle_are_read_as_they_were(tmp_path: Path, program: Path) -> None:
    bundle = tmp_path / "TIVM Desktop.app"
    (bundle / "Contents" / "MacOS").mkdir(parents=True)
    put(bundle, "Contents/Frameworks/av/__dot__dylibs/libx264.165.dylib", library())
    put(bundle, "Contents/Resources/tivm_desktop/_bundled/resources/themes/dark.json", "{}")
    (bundle / "Contents/Frameworks/tivm_desktop").symlink_to("../Resources/tivm_desktop")
    into = bundle / "Contents/Resources/tivm_desktop/_bundled/licences"
    assert [part.name for part in collect(bundle, into)] == ["TIVM Desktop", "x264"]


def test_steinbergs_driver_interface_is_not_shipped(program: Path) -> None:
    put(program / "_internal", "_sounddevice_data/portaudio-binaries/libportaudio64bit-asio.dll")
    with pytest.raises(IncompatibleError, match="PortAudio with ASIO"):
        _collect(program)


def test_a_link_within_the_program_is_no_file_of_its_own(program: Path) -> None:
    (program / "_internal/unheard_of.so").symlink_to("made/sound.so")
    assert _collect(program)


def test_a_wheel_that_says_no_licence_ends_the_build(
    program: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put_wheel(tmp_path / "other", "mute", "License: see the website\n", {"mute/a.so": ""})
    monkeypatch.setattr(sys, "path", [str(tmp_path / "other"), *sys.path])
    put(program / "_internal", "mute/a.so")
    with pytest.raises(UncoveredError, match="mute"):
        _collect(program)


def test_a_pack_without_licences_ends_the_build(program: Path) -> None:
    put(program / "_internal", "tivm_desktop/_bundled/models/bare/pack.json", "{}")
    with pytest.raises(UncoveredError, match="models/bare"):
        _collect(program)


def test_a_wheel_with_other_terms_ends_the_build(
    program: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put_wheel(
        tmp_path / "other",
        "closed",
        "License-Expression: GPL-2.0-only\n",
        {"closed/a.so": "", "closed-1.0.dist-info/LICENSE": "x"},
    )
    monkeypatch.setattr(sys, "path", [str(tmp_path / "other"), *sys.path])
    put(program / "_internal", "closed/a.so")
    with pytest.raises(IncompatibleError, match=r"closed: GPL-2\.0-only"):
        _collect(program)


def test_an_ffmpeg_that_may_not_be_passed_on_ends_the_build(program: Path) -> None:
    free = library("FFmpeg version 9")
    put(
        program / "_internal",
        "av.libs/libavutil-1.so.61",
        free.replace(b"--enable-gnutls", b"--enable-nonfree"),
    )
    with pytest.raises(
        IncompatibleError, match=r"av.libs/libavutil-1.so.61 was configured with --enable-nonfree"
    ):
        _collect(program)


@pytest.mark.parametrize(
    "name", ["nonfree", "libfdk-aac", "libnpp", "decklink", "openssl", "libsomethingnew"]
)
def test_an_ffmpeg_with_what_nobody_looked_at_is_refused(name: str) -> None:
    with pytest.raises(IncompatibleError, match=f"--enable-{name}"):
        check_ffmpeg("a", library(configuration=f"{CONFIGURATION} --enable-{name}"))


def test_an_ffmpeg_that_says_nothing_is_refused() -> None:
    with pytest.raises(IncompatibleError, match="how it was configured"):
        check_ffmpeg("a", library(configuration="--enable-shared"))


@pytest.mark.parametrize(
    ("expression", "good"),
    [
        ("MIT", "yes"),
        ("GPL-2.0-only", "no"),
        ("GPL-2.0-or-later", "yes"),
        ("BSD-3-Clause OR GPL-2.0-only", "yes"),
        ("BSD-3-Clause AND GPL-2.0-only", "no"),
        ("(FTL OR GPL-2.0-only) AND MIT", "yes"),
        ("(CDDL-1.0 OR GPL-2.0-only) AND MIT", "no"),
        ("GPL-3.0-or-later WITH GCC-exception-3.1 AND MIT", "yes"),
        ("MIT AND (OpenSSL AND Zlib OR ISC)", "yes"),
        ("LicenseRef-Somebody", "no"),
    ],
)
def test_which_licences_go_with_ours(expression: str, good: str) -> None:
    assert ("yes" if compatible(expression) else "no") == good


def test_all_licences_of_the_table_are_of_spdx_and_go_with_ours() -> None:
    check(
        Part(entry.name, "", entry.licence, ())
        for entry in known_parts()
        if entry.what != "must not be shipped"
    )


def test_the_offer_names_the_sources_of_what_asks_for_them(program: Path) -> None:
    stamp = {
        "commit": "abc",
        "origin": "local",
        "date": "2026-11-23",
        "releases": "https://example.org/releases",
    }
    put(program / "_internal", "tivm_desktop/_bundled/build.json", json.dumps(stamp))
    _collect(program)
    offer = (_folder(program) / "sources.txt").read_text(encoding="utf-8")
    for told in ("commit abc", "https://example.org/releases", "ffmpeg-8.1.2.tar.xz", "\nx264"):
        assert told in offer
    assert "\nmade" not in offer


def test_debians_form_has_terms_for_every_licence_that_it_names(program: Path) -> None:
    text = debian_copyright(list(_collect(program).values()), "usr/lib/x")
    paragraphs = [
        dict(line.split(": ", 1) for line in paragraph.splitlines() if not line.startswith(" "))
        for paragraph in text.strip().split("\n\n")
    ]
    assert paragraphs[0]["Format"].endswith("/copyright-format/1.0/")
    assert paragraphs[1]["Files"] == "*"
    told = {
        paragraph["License"]
        for paragraph in paragraphs
        if "Files" not in paragraph and "License" in paragraph
    }
    named = {paragraph["License"] for paragraph in paragraphs if "Files" in paragraph}
    assert {name for names in named for name in names.split(" and ")} == told
    assert all(paragraph["Copyright"] for paragraph in paragraphs if "Files" in paragraph)


def test_debians_form_leaves_out_what_is_not_in_the_package() -> None:
    parts = [
        Part("TIVM Desktop", "1", "GPL-3.0-or-later", ("a",), paths=("tivm_desktop/*",)),
        Part("gone", "1", "Zlib", ("texts/spdx/Zlib.txt",), paths=("fallback/libgone.so.1",)),
        Part("half", "1", "MIT", ("texts/spdx/MIT.txt",), paths=("fallback/libhalf.so.1", "half/own.so")),
    ]
    text = debian_copyright(parts, "usr/lib/x", absent="fallback/")
    assert "gone" not in text
    assert "fallback" not in text
    assert "Files: usr/lib/x/_internal/half/own.so\n" in text
    assert "Zlib" not in text
