"""All pieces by their titles."""

from tivm_desktop.demo.piece import Piece
from tivm_desktop.demo.pieces_driving import FIRST_TRAIN, IRON_WORKS, NEON_RUN, SATURDAY
from tivm_desktop.demo.pieces_quiet import BAD_WEATHER, OPEN_WINDOWS, SLOW_LIGHT, SMALL_HOURS

PIECES: dict[str, Piece] = {
    piece.title: piece
    for piece in (
        FIRST_TRAIN,
        SLOW_LIGHT,
        NEON_RUN,
        OPEN_WINDOWS,
        SATURDAY,
        SMALL_HOURS,
        IRON_WORKS,
        BAD_WEATHER,
    )
}
