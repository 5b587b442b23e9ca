"""What Qt has to say is in the log, its last words too."""

import logging
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import qWarning

from tivm_desktop.gui.qt_messages import QtMessages
from tivm_desktop.library.profile import Profile

FATAL = """
import sys
from pathlib import Path
from PySide6.QtCore import qFatal
from tivm_desktop.gui.qt_messages import QtMessages
from tivm_desktop.library.profile import Profile
from tivm_desktop.runs.faults import Faults
from tivm_desktop.runs.log import keep_log
profile = Profile(Path(sys.argv[1]))
profile.create()
faults = Faults(profile.faults_file)
keep_log(profile)
messages = QtMessages(lambda: None)
qFatal("no platform plugin")
"""


def test_last_words_are_in_the_log_with_the_build_and_the_stack_beside_it(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", FATAL, str(tmp_path)], capture_output=True, text=True, check=False
    )
    assert done.returncode != 0
    profile = Profile(tmp_path)
    log = profile.log_file.read_text()
    assert "no platform plugin" in log
    last = log.splitlines()[-1]
    assert "CRITICAL qt: " in last
    assert "(TIVM Desktop 0" in last
    assert "Fatal Python error: Aborted" in profile.faults_file.read_text()


@pytest.mark.qt_log_ignore("Did the X11 server die", "a word")
def test_a_screen_that_goes_away_is_heard_of(
    qapp: object, caplog: pytest.LogCaptureFixture, capsys: pytest.CaptureFixture[str]
) -> None:
    gone: list[bool] = []
    messages = QtMessages(lambda: gone.append(True))
    with caplog.at_level(logging.INFO):
        qWarning("a word")
        assert gone == []
        qWarning("The X11 connection broke (error 1). Did the X11 server die?")
    messages.close()
    assert gone == [True]
    assert "a word" in caplog.text
    assert capsys.readouterr().err.startswith("a word\n")


@pytest.mark.qt_log_ignore("a word")
def test_afterwards_it_is_silent(qapp: object, caplog: pytest.LogCaptureFixture) -> None:
    QtMessages(lambda: None).close()
    qWarning("a word")
    assert "a word" not in caplog.text
