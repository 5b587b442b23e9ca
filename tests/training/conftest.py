import pytest
from tqdm import tqdm


@pytest.fixture(autouse=True)
def no_monitor(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have the exporter's bars start no thread that outlives them."""
    monkeypatch.setattr(tqdm, "monitor_interval", 0)
