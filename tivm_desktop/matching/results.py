"""What workers send home, read as data alone.

A worker decodes media of unknown origin. Should a file take it over, the program must not fall with it: of
what it sends, nothing is called but constructors of the program's own value types, of arrays and of paths.
"""

import dataclasses
import enum
import importlib
import io
import pickle

_PROGRAM = "tivm_desktop."
_FOREIGN = frozenset(
    {
        ("builtins", "complex"),
        ("builtins", "frozenset"),
        ("builtins", "set"),
        ("numpy", "dtype"),
        ("numpy", "ndarray"),
        ("numpy._core.multiarray", "_reconstruct"),
        ("numpy._core.multiarray", "scalar"),
        ("numpy._core.numeric", "_frombuffer"),
        ("pathlib", "PosixPath"),
        ("pathlib", "WindowsPath"),
        ("pathlib._local", "PosixPath"),
        ("pathlib._local", "WindowsPath"),
    }
)


class _ResultReader(pickle.Unpickler):
    def find_class(self, module: str, name: str) -> object:
        if (module, name) in _FOREIGN:
            return super().find_class(module, name)
        if (module, name) == ("builtins", "getattr"):
            return _member
        if module.startswith(_PROGRAM) and "." not in name:
            found = getattr(importlib.import_module(module), name, None)
            if isinstance(found, type) and found.__module__ == module and _is_value(found):
                return found
        raise pickle.UnpicklingError(f"a worker sent {module}.{name}, which is no result")


def read_result(payload: bytes) -> object:
    """Return what a worker sent.

    Raises:
        pickle.UnpicklingError: it holds something that is neither one of the program's dataclasses or enums,
            nor an array, a path or a plain value.
    """
    return _ResultReader(io.BytesIO(payload)).load()


def _member(kind: object, name: object) -> enum.Enum:
    """Return a member of one of the program's enums: some Pythons (3.11.0 to 3.11.3) send them so."""
    if isinstance(kind, type) and issubclass(kind, enum.Enum) and name in kind.__members__:
        return kind[str(name)]
    raise pickle.UnpicklingError(f"a worker sent getattr({kind}, {name!r}), which is no result")


def _is_value(kind: type) -> bool:
    return dataclasses.is_dataclass(kind) or issubclass(kind, enum.Enum)
