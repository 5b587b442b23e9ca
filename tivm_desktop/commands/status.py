"""Exit statuses of `tivm`."""

OK = 0
ERROR = 1
NOTHING_RANKED = 3
INTERRUPTED = 130
