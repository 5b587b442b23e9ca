"""A library that is indexed without a window."""

from contextlib import closing
from pathlib import Path

from tests.matching.library_making import desk
from tivm_desktop.commands.ctrl_c import CtrlC
from tivm_desktop.domain.indexing import IndexPace
from tivm_desktop.library.known import file_stamp
from tivm_desktop.library.store import FeatureStore
from tivm_desktop.matching.index_run import IndexRun
from tivm_desktop.matching.library_options import BOTH
from tivm_desktop.matching.pack_ids import PackIds

NOT_NOW = "no longer true"


def test_files_are_tried_again_of_the_folders_and_by_the_encoder_asked_for(tmp_path: Path) -> None:
    made = desk(tmp_path, tracks=0)
    ours, theirs = PackIds(made.pack.music.encoder_id, "").failure, "another encoder"
    here, there = made.music / "here.flac", tmp_path / "elsewhere.flac"
    with closing(FeatureStore(made.profile.database)) as store:
        for path in (here, there):
            path.write_bytes(b"fLaC nothing that is")
            for encoder in (ours, theirs):
                store.save_failure(path, file_stamp(path), encoder, NOT_NOW)
    with closing(CtrlC()) as ctrl_c:
        run = IndexRun(made.profile, made.pack, "cpu", IndexPace(1), BOTH, lambda status: None, ctrl_c)
        report = run.index([made.music], try_again=True)
    assert [one.path for one in report.status.failed] == [here]
    with closing(FeatureStore(made.profile.database)) as store:
        (again, untouched) = store.failures(ours)
        assert {one.reason for one in store.failures(theirs)} == {NOT_NOW}
        assert len(store.failures(theirs)) == 2
    reasons = {one.path: one.reason for one in (again, untouched)}
    assert reasons[there] == NOT_NOW
    assert "here.flac" in reasons[here]
