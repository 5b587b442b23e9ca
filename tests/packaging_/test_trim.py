"""What is left out of that which PyInstaller collects."""

import subprocess
import sys

import pytest
from builder.trim import EXCLUDED_MODULES, keeps

KEPT = """
PySide6/QtCore.abi3.so
PySide6/Qt/lib/libQt6Core.so.6
PySide6/Qt/plugins/platforms/libqxcb.so
PySide6/Qt/plugins/platforms/libqwayland.so
PySide6/Qt/plugins/platformthemes/libqgtk3.so
PySide6/Qt/translations/qtbase_de.qm
PySide6/translations/qtbase_fr.qm
PySide6/plugins/platforms/qwindows.dll
onnxruntime/capi/libonnxruntime_providers_shared.so
tivm_desktop/_bundled/models/base/frame_encoder.onnx
numpy-2.4.6.dist-info/METADATA
av.libs/libavcodec-5e6b81c2.so.62
scipy/special/_ufuncs.cpython-311-x86_64-linux-gnu.so
"""
LEFT_OUT = r"""
PySide6/Qt/translations/qtbase_pl.qm
PySide6/translations/qt_help_de.qm
PySide6/Qt/plugins/sqldrivers/libqsqlite.so
PySide6/Qt/plugins/tls/libqopensslbackend.so
PySide6/Qt/plugins/platforms/libqvnc.so
PySide6/plugins/platforms/qdirect2d.dll
PySide6\plugins\tls\qschannelbackend.dll
PySide6/opengl32sw.dll
PySide6/Qt/qml/QtQuick/qmldir
numpy-2.4.6.dist-info/RECORD
numpy-2.4.6.dist-info/licenses/LICENSE.txt
numpy/_core/tests/test_umath.py
av/frame.pyi
"""


@pytest.mark.parametrize("path", KEPT.split())
def test_what_is_used_is_kept(path: str) -> None:
    assert keeps(path)


@pytest.mark.parametrize("path", LEFT_OUT.split())
def test_what_nobody_uses_is_left_out(path: str) -> None:
    assert not keeps(path)


PROGRAM = """
import importlib, sys

class Absent:
    def find_spec(self, name, path=None, target=None):
        if any(name == one or name.startswith(one + ".") for one in sys.argv[1:]):
            raise ModuleNotFoundError(name, name=name)

sys.meta_path.insert(0, Absent())
import av, mutagen, numpy, onnxruntime, platformdirs, sounddevice, watchdog.observers
import scipy.fft, scipy.ndimage, scipy.sparse, scipy.special
import tivm_desktop.app, tivm_desktop.cli, tivm_desktop.matching.worker_process, tivm_desktop.matching.session
import tivm_desktop.playback.player
from PySide6 import QtCore, QtDBus, QtGui, QtNetwork, QtSvg, QtWidgets
"""


def test_everything_can_be_imported_without_what_is_excluded() -> None:
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, *EXCLUDED_MODULES], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
