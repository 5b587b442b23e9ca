"""A proxy comes with the analysis, is found again, and is made anew when it was lost."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.matching.making import Heard, write_cut
from tivm_desktop.domain.errors import CancelledError
from tivm_desktop.domain.progress import no_progress
from tivm_desktop.encoders.pack import default_pack_folder, load_pack
from tivm_desktop.library.profile import Profile
from tivm_desktop.library.proxy_cache import ProxyCache
from tivm_desktop.matching.proxies import analyse_video_with_proxy, make_proxy
from tivm_desktop.matching.session import SuggestionSession
from tivm_desktop.matching.tools import AnalysisTools, ToolMaker

LONG_S = 120.0


def tools() -> AnalysisTools:
    return ToolMaker(default_pack_folder(), "cpu")()


@contextmanager
def session(root: Path, heard: Heard, folder: Path | None = None) -> Iterator[SuggestionSession]:
    profile = Profile(root)
    cache = ProxyCache(folder or profile.proxies_folder)
    begun = SuggestionSession(load_pack(default_pack_folder()), "cpu", profile, heard, 1, cache)
    try:
        yield begun
    finally:
        begun.close()


def analysed(root: Path, video: Path, folder: Path | None = None) -> Heard:
    heard = Heard()
    with session(root, heard, folder) as begun:
        begun.set_video(video)
        assert begun.wait(LONG_S)
    return heard


def test_a_cancelled_analysis_leaves_no_proxy(tmp_path: Path) -> None:
    def cancel(done_s: float, total_s: float) -> None:
        del total_s
        if done_s > 1.0:
            raise CancelledError

    place = tmp_path / "proxies" / "p.mkv"
    video = write_cut(tmp_path / "cut.mp4")
    for work in (analyse_video_with_proxy, make_proxy):
        with pytest.raises(CancelledError):
            work(tools(), video, place, progress=cancel)
        assert list(place.parent.iterdir()) == []


def test_a_lost_proxy_is_made_without_analysing(tmp_path: Path) -> None:
    place = tmp_path / "p.mkv"
    assert make_proxy(tools(), write_cut(tmp_path / "cut.mp4"), place, progress=no_progress) == ""
    assert place.is_file()


@pytest.mark.media
@pytest.mark.slow
def test_the_window_hears_of_the_proxy_however_it_came(tmp_path: Path) -> None:
    video, root = write_cut(tmp_path / "cut.mp4"), tmp_path / "profile"
    first = analysed(root, video)
    assert len(first.videos) == 1
    (proxy,) = first.proxies
    written_ns = proxy.stat().st_ctime_ns, proxy.stat().st_size
    recalled = analysed(root, video)
    assert recalled.proxies == [proxy]
    assert not recalled.video_steps
    assert proxy.stat().st_size == written_ns[1]
    proxy.unlink()
    anew = analysed(root, video)
    assert anew.proxies == [proxy]
    assert proxy.is_file()
    assert len(anew.videos) == 1


@pytest.mark.media
@pytest.mark.slow
def test_without_room_for_it_the_video_is_analysed_and_the_user_told_once(tmp_path: Path) -> None:
    video = write_cut(tmp_path / "cut.mp4")
    (tmp_path / "file").write_text("no folder")
    heard = Heard()
    with session(tmp_path / "profile", heard, tmp_path / "file") as begun:
        for _ in range(2):
            begun.set_video(video)
            assert begun.wait(LONG_S)
    assert len(heard.videos) == 2
    assert heard.proxies == []
    assert len([one for one in heard.warnings if one.startswith("No small copy of the picture")]) == 1
