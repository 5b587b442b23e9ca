"""Which library needs which: what can be reached, and in which order they can be loaded."""

from collections.abc import Iterable, Mapping


def reachable(roots: Iterable[str], needs: Mapping[str, Iterable[str]]) -> set[str]:
    """Return which names in `needs` the `roots` need, directly or not, and those of the roots in it."""
    reached: set[str] = set()
    waiting = [name for name in roots if name in needs]
    while waiting:
        name = waiting.pop()
        if name not in reached:
            reached.add(name)
            waiting += [other for other in needs[name] if other in needs]
    return reached


def in_order(names: Iterable[str], needs: Mapping[str, Iterable[str]]) -> list[str]:
    """Return `names`, each after those of them that it needs; otherwise by the alphabet."""
    wanted, done = set(names), dict[str, None]()

    def take(name: str, above: frozenset[str]) -> None:
        for other in sorted(wanted.intersection(needs.get(name, ())) - above - done.keys()):
            take(other, above | {name})
        done[name] = None

    for name in sorted(wanted):
        if name not in done:
            take(name, frozenset())
    return list(done)
