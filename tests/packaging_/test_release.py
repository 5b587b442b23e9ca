"""What a release has beside its installers: latest.json, and the sources that are owed."""

import io
import subprocess
import tarfile
from pathlib import Path

import pytest
from builder.latest import ReleaseError, write_latest
from builder.licences import Part
from builder.licences.part import write
from builder.program import project_version
from builder.source_archive import SourceError, build

from tivm_desktop.online.updates import read_latest

PAGE = "https://example.org/project/releases"
RECIPES = "https://example.org/PyAV-Org/pyav-ffmpeg"


def test_the_program_understands_what_is_published(tmp_path: Path) -> None:
    file = write_latest(tmp_path, f"v{project_version()}", PAGE, 1_790_000_000)
    update = read_latest(file.read_text(encoding="utf-8"), PAGE)
    assert update.version == project_version()
    assert update.published.isoformat() == "2026-09-21"
    assert update.page == f"{PAGE}/tag/v{project_version()}"


@pytest.mark.parametrize(("tag", "page"), [("v99.0.0", PAGE), ("main", PAGE), ("own", "http://example.org")])
def test_a_release_that_cannot_be_so_is_refused(tmp_path: Path, tag: str, page: str) -> None:
    with pytest.raises(ReleaseError):
        write_latest(tmp_path, f"v{project_version()}" if tag == "own" else tag, page, 0)
    assert not list(tmp_path.iterdir())


def _archive(files: dict[str, str]) -> bytes:
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w:gz") as out:
        for name, text in files.items():
            entry = tarfile.TarInfo(f"top/{name}")
            entry.size = len(text.encode())
            out.addfile(entry, io.BytesIO(text.encode()))
    return packed.getvalue()


class Network:
    """Addresses and what lies there."""

    def __init__(self, pages: dict[str, bytes]) -> None:
        self.pages = pages
        self.asked: list[str] = []

    def fetch(self, address: str, file: Path) -> None:
        self.asked.append(address)
        if address not in self.pages:
            raise OSError("404")
        file.write_bytes(self.pages[address])


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    """A small project with one commit."""
    root = tmp_path / "clone"
    root.mkdir()
    (root / "README.md").write_text("x", encoding="utf-8")
    who = ("-c", "user.name=a", "-c", "user.email=a@example.org")
    for words in (("init", "-q"), ("add", "README.md"), (*who, "commit", "-qm", "x")):
        subprocess.run(["git", "-C", root, *words], check=True)
    return root


@pytest.fixture
def network() -> Network:
    """PyAV's source, the recipe that it names, and what that is built from."""
    json = f'{{"url": "{RECIPES}/releases/download/8.1.2-1/ffmpeg-{{platform}}.tar.gz"}}'
    older = json.replace("8.1.2-1", "8.0.1-1")
    recipe = 'x = Package(source_url="https://example.org/x264-1.tar.bz2", sha256="0")\n'
    return Network(
        {
            "https://example.org/av.tar.gz": _archive(
                {"scripts/ffmpeg-8.1.json": json, "scripts/ffmpeg-8.0.json": older}
            ),
            f"{RECIPES}/archive/refs/tags/8.1.2-1.tar.gz": _archive({"scripts/pkg.py": recipe}),
            "https://example.org/x264-1.tar.bz2": b"x264",
            "https://example.org/qtbase.tar.xz": b"qt",
        }
    )


@pytest.fixture
def collected(tmp_path: Path) -> Path:
    """What was collected for a system."""
    folder = tmp_path / "licences"
    folder.mkdir()
    parts = [
        Part("TIVM Desktop", "1", "GPL-3.0-or-later", ()),
        Part("av", "18.1.0", "BSD-3-Clause", (), source="https://example.org/av.tar.gz"),
        Part("FFmpeg", "8.1.2", "GPL-3.0-or-later", (), source="the recipe"),
        Part("Qt", "6", "LGPL-3.0-only", (), source="https://example.org/qtbase.tar.xz and more"),
        Part("numpy", "2", "BSD-3-Clause", (), source="https://example.org/never-asked-for.tar.gz"),
    ]
    write(parts, folder)
    return folder


def test_all_that_is_owed_is_in_the_archive(
    tmp_path: Path, network: Network, collected: Path, clone: Path
) -> None:
    archive = build([collected, collected], tmp_path / "out", network.fetch, clone)
    with tarfile.open(archive) as files:
        names = files.getnames()
        readme = files.extractfile(next(name for name in names if name.endswith("README.txt")))
        assert readme is not None
        assert "FFmpeg 8.1.2: the recipe" in readme.read().decode()
    for part in (
        "x264-1.tar.bz2",
        "8.1.2-1.tar.gz",
        "qtbase.tar.xz",
        "av.tar.gz",
        f"{project_version()}.tar.gz",
    ):
        assert any(name.endswith(part) for name in names), part
    assert sorted(network.asked) == sorted(network.pages)


def test_what_cannot_be_had_is_named(tmp_path: Path, network: Network, collected: Path, clone: Path) -> None:
    del network.pages["https://example.org/x264-1.tar.bz2"]
    with pytest.raises(SourceError, match=r"x264-1\.tar\.bz2 \(404\)"):
        build([collected], tmp_path / "out", network.fetch, clone)
