"""What the demo's film, its folder of music and its tracks are called; in every language the same."""

FILM = "A Day in Three Moods.mp4"
MUSIC = "Demo music"
ARTIST = "TIVM Desktop demo"
TITLES = (
    "Neon Run",
    "Saturday",
    "First Train",
    "Open Windows",
    "Slow Light",
    "Iron Works",
    "Small Hours",
    "Bad Weather",
)
"""Of the tracks, in the order in which they are made: what fits the film best comes first."""
