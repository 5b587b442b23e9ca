"""Where things stand in a row of the list, pixels."""

ROW_PX = 60
TEXT_LEFT = 84
"""Title and reasons begin here."""
RIGHT = 20
"""Left free at the right."""
