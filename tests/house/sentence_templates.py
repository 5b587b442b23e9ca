"""Finds the sentences that parts below the window make, as templates: "The folder {root} isn't there"."""

import ast
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

ROOMS = (
    *("bundle.py", "domain", "encoders", "media", "library", "matching", "playback", "handoff", "online"),
    *("runs", "demo"),
)
"""Rooms of the package whose sentences may come into the window."""

VOCABULARIES = ("domain/reasons.py", "domain/lexicon/entry.py")
"""Modules whose tables have words that sentences are made of, single ones too."""

_FOR_PROGRAMMERS = {
    *("ValueError", "TypeError", "RuntimeError", "KeyError", "AssertionError", "NotImplementedError"),
    *("WireError", "DamagedBlobError", "UnpicklingError"),
}
"""Errors of programs and damaged bytes: where they reach the window, they stand in brackets."""
_LEFT_OUT = (
    *("report.py", "ended.py", "runs/privacy.py", "runs/log.py"),  # reports and the log, for who mends
    "domain/evaluation/*.py",  # figures that `tivm` prints
    *("demo/names.py", "demo/pieces*.py"),  # names and genres of made-up tracks
    "matching/track_describer.py",  # tags as encoders name them
    "playback/sound_server.py",  # what the sound server is told
)
"""Modules that say nothing in the window."""
_LOGS = {"_log", "log", "logging"}
_EXPRESSIONS = {"re"}
_NO_SENTENCE = re.compile(
    r"\s*(SELECT|INSERT|UPDATE|CREATE|DELETE|REPLACE|PRAGMA|WITH|ALTER|DROP|ATTACH|DETACH|BEGIN|VACUUM)\b[^a-z]"
    r"|.*\b(SELECT|WHERE|ORDER BY|Callable)\b"
    r"|(?=.*_)[a-z_]+(, [a-z_]+)+$"
    r"|.*\}\{"
    r"|[xXoO. ]+$"
    r"|[+-][0-9.]+ "
    r"|.* {2}"
)
_WORDS = re.compile(r"[A-Za-z}'’,:;.)] +[A-Za-z{(]")
_NAMED_FIELDS = re.compile(r"[^{}]*(\{[a-z_]+\}[^{}]*)+")
"""A text that is a template itself."""
_FIELD = re.compile(r"\{\w*\}")
_LETTERS = re.compile(r"[^\W\d_]{3}")
_JOINS = re.compile(r"[:;] ")


def templates(package: Path, rooms: Iterable[str] = ROOMS) -> list[str]:
    """Return every sentence that the rooms of `package` can make, each once, in alphabetical order."""
    found: set[str] = set()
    for room in rooms:
        place = package / room
        for file in [place] if place.is_file() else sorted(place.rglob("*.py")):
            if not any(file.relative_to(package).match(pattern) for pattern in _LEFT_OUT):
                found.update(_in_module(ast.parse(file.read_text(encoding="utf-8"))))
    for name in VOCABULARIES:
        found.update(_vocabulary(ast.parse((package / name).read_text(encoding="utf-8"))))
    return sorted(found)


def _vocabulary(tree: ast.Module) -> Iterator[str]:
    """Texts in the module's tables, but for the keys that they stand under."""
    for statement in tree.body:
        if isinstance(statement, ast.Assign | ast.AnnAssign) and statement.value is not None:
            tables = [node for node in ast.walk(statement.value) if isinstance(node, ast.Dict)]
            entries = [entry for table in tables for entry in table.values]
            nodes = [node for entry in entries for node in ast.walk(entry)]
            yield from (
                node.value for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str)
            )


def _in_module(tree: ast.Module) -> Iterator[str]:
    for node in _spoken(tree):
        text = _template(node)
        if text is not None and _is_sentence(text):
            yield text


def _is_sentence(text: str) -> bool:
    if not _WORDS.search(text) or _NO_SENTENCE.match(text):
        return False
    literal = _FIELD.sub("", text)
    return bool(_LETTERS.search(literal) or (_FIELD.search(text) and _JOINS.search(literal)))


def _spoken(node: ast.AST) -> Iterator[ast.Constant | ast.JoinedStr]:
    """Strings that are no docstring, no log line, no annotation and no part of a larger string.

    Nor are they regular expressions, or members of a set, which others are compared with.
    """
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
        return
    if isinstance(node, ast.Call) and (
        _called(node) in _FOR_PROGRAMMERS or _called_on(node) in _LOGS | _EXPRESSIONS
    ):
        return
    if isinstance(node, ast.Set):
        return
    if isinstance(node, ast.Constant | ast.JoinedStr):
        yield node
        if isinstance(node, ast.JoinedStr):
            for value in node.values:
                if isinstance(value, ast.FormattedValue):
                    yield from _spoken(value.value)
        return
    annotation = getattr(node, "annotation", None)
    for child in ast.iter_child_nodes(node):
        if child is not annotation:
            yield from _spoken(child)


def _template(node: ast.Constant | ast.JoinedStr) -> str | None:
    if isinstance(node, ast.Constant):
        text = node.value
        if not isinstance(text, str) or "\n" in text:
            return None
        return text if _NAMED_FIELDS.fullmatch(text) else _escaped(text)
    used: dict[str, int] = {}
    parts = []
    for value in node.values:
        if isinstance(value, ast.Constant):
            parts.append(_escaped(str(value.value)))
        elif isinstance(value, ast.FormattedValue):
            name = _name(value.value)
            used[name] = used.get(name, 0) + 1
            parts.append(f"{{{name}{used[name] if used[name] > 1 else ''}}}")
    return "".join(parts)


def _called(call: ast.Call) -> str:
    return call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")


def _called_on(call: ast.Call) -> str:
    on = call.func.value if isinstance(call.func, ast.Attribute) else None
    return on.id if isinstance(on, ast.Name) else ""


def _escaped(text: str) -> str:
    return text.replace("{", "{{").replace("}", "}}")


def _name(node: ast.expr) -> str:
    """A name for what stands there: `name` for `path.name`, `value` for what is worked out."""
    if isinstance(node, ast.Name):
        return node.id.strip("_").lower() or "value"
    if isinstance(node, ast.Attribute):
        return node.attr.strip("_").lower()
    if isinstance(node, ast.Call):
        return _name(node.func)
    return "value"
