"""How a run of the program begins and ends: mark, log, report of a crash, what is kept."""
