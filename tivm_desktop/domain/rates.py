"""How many values a second the fine curves of a sound have; without numpy, as the window starts with it."""

from typing import Final

ONSET_RATE_HZ: Final = 50
"""Of `SoundTimeline.onset_strength`."""
PEAK_RATE_HZ: Final = 20
"""Of `SoundTimeline.peaks`."""
