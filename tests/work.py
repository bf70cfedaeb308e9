"""How much work a call does, counted and not timed: the same on every machine."""

import sys


def calls(work):
    """Count the function calls, Python's and C's, that `work()` makes."""
    count = 0

    def tally(_frame, event, _argument):
        nonlocal count
        count += event in {"call", "c_call"}

    before = sys.getprofile()
    sys.setprofile(tally)
    try:
        work()
    finally:
        sys.setprofile(before)
    return count
