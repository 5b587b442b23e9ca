"""The licences of everything shipped: who owns each file, under which terms, and where its source code is."""

from .collect import collect
from .compatible import IncompatibleError, check
from .debian import debian_copyright
from .owners import UncoveredError
from .part import Part, read

__all__ = ["IncompatibleError", "Part", "UncoveredError", "check", "collect", "debian_copyright", "read"]
