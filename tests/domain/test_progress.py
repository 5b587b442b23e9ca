from tivm_desktop.domain.progress import Progress, no_progress


def test_nobody_needs_to_listen() -> None:
    progress: Progress = no_progress
    progress(1.0, 0.0)
    progress(3.0, 3.0)
