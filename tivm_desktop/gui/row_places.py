"""Where things stand in a row of the list, pixels: as large as the desktop's text asks for."""

from dataclasses import dataclass

from tivm_desktop.gui.typography import line_px, width_px

RIGHT = 20
"""Left free at the right."""
FIT_LEFT = 20
TOP = 10
"""Above the first line; about as much is below the second."""


@dataclass(frozen=True, slots=True)
class Places:
    """Heights and widths of a row's parts."""

    line: int
    """Of title, and of reasons."""
    number: int
    """Of the fit's figure."""
    fit_width: int
    length_width: int
    tempo_width: int

    @property
    def text_left(self) -> int:
        """Where title and reasons begin."""
        return FIT_LEFT + self.fit_width + 20

    @property
    def why_top(self) -> int:
        """Where the second line begins."""
        return TOP + self.line + 1

    @property
    def row(self) -> int:
        """How high all of it is."""
        return self.why_top + self.line + 9


def places() -> Places:
    """Return the places for the text as large as it is now."""
    return Places(
        line=max(line_px("strong"), line_px("body"), 20),
        number=line_px("number", 24),
        fit_width=max(width_px("number", "100"), 44),
        length_width=max(width_px("body", "00:00") + 6, 52),
        tempo_width=max(width_px("body", "200") + width_px("caption", " bpm") + 13, 72),
    )


def row_px() -> int:
    """Return how high a row is."""
    return places().row
