"""A report tells where the program failed, and not who the user is, what they are at, or where it lies."""

from pathlib import Path

import pytest

from tivm_desktop.runs.privacy import Privacy

HOME = Path("/home/anna")


@pytest.fixture
def privacy() -> Privacy:
    return Privacy(
        own=[Path("/opt/tivm-desktop"), HOME / ".local/share/tivm-desktop", Path("/usr/lib")],
        private=[Path("/mnt/Clients/ACME Launch/Music"), HOME / "Musik"],
        home=HOME,
        user="anna",
    )


@pytest.mark.parametrize(
    ("line", "clean"),
    [
        (
            "tivm_desktop.gui.window: auditioning My Great Song.opus",
            "tivm_desktop.gui.window: auditioning <file 1>.opus",
        ),
        (
            "told: ACME final v3.mp4 is open, 2 other videos were left out",
            "told: <file 1>.mp4 is open, 2 other videos were left out",
        ),
        (
            '  File "/opt/tivm-desktop/app.py", line 12 in main',
            '  File "/opt/tivm-desktop/app.py", line 12 in main',
        ),
        ('  File "/home/anna/secret/x.py", line 3 in main', '  File "….py", line 3 in main'),
        (
            '  File "/home/anna/.local/share/tivm-desktop/x.py", line 3',
            '  File "~/.local/share/tivm-desktop/x.py", line 3',
        ),
        (
            "when processing input: '/media/anna/USB STICK/Secret/Song of Joy.mp3'",
            "when processing input: '…/<file 1>.mp3'",
        ),
        ("The folder /mnt/Clients/ACME Launch/Music can't be read", "The folder <folder 1> can't be read"),
        ("/mnt/Clients/ACME Launch/Music/al bum/x y.mp3 and more", "<folder 1>/<file 1>.mp3 and more"),
        ("The folder /home/anna/Musik/album can't be read", "The folder <folder 2>/… can't be read"),
        ("/home/bob/x y.wav", "…/<file 1>.wav"),
        (r"C:\Users\Anna\Videos\My cut.mov and D:\Clients\a.wav", "…/<file 1>.mov and …/<file 2>.wav"),
        ("told: /media/anna/disk/Wedding Müller.MP4 is no video", "told: …/<file 1>.MP4 is no video"),
        ("/usr/lib/python3/threading.py and /etc/secret/file", "/usr/lib/python3/threading.py and …"),
        ("PosixPath('/media/x/Hochzeit/final.mp4')", "PosixPath('…/<file 1>.mp4')"),
        ("could not open 'Ångström (live) [2019].flac' by anna", "could not open '<file 1>.flac' by <user>"),
        ("file:///home/anna/Videos/a%20b.mp4", "file:/…/<file 1>.mp4"),
    ],
)
def test_what_is_private_is_left_out(privacy: Privacy, line: str, clean: str) -> None:
    assert privacy.clean(line) == clean


@pytest.mark.parametrize(
    "line",
    [
        "ranked 190 tracks and/or none in 0.3 s, 3/4 time, version 1.2.3",
        "Current thread 0x00007f3c51402b80 (most recent call first):",
    ],
)
def test_what_is_not_private_stays(privacy: Privacy, line: str) -> None:
    assert privacy.clean(line) == line


def test_the_same_file_is_called_the_same_everywhere(privacy: Privacy) -> None:
    lines = ["auditioning b.mp3", "opening /v/a.mp4", "auditioning B.mp3", "a.mp4 is open"]
    assert [privacy.clean(line) for line in lines] == [
        "auditioning <file 1>.mp3",
        "opening …/<file 2>.mp4",
        "auditioning <file 1>.mp3",
        "<file 2>.mp4 is open",
    ]


def test_short_names_and_root_are_words_like_others() -> None:
    for user in ("al", "root", ""):
        plain = Privacy([], [], Path("/"), user)
        assert plain.clean("root and al went up the hill") == "root and al went up the hill"
