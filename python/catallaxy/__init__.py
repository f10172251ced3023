"""Catallaxy from Python: environments, runs, trainings, sweeps, and their folders as arrays and frames.

The program runs in a JVM that this package starts; see docs/python.md of the checkout.
"""

from ._errors import CatallaxyError, CorruptData, Interrupted, NotFound, RunFailed, SafetyStop, UsageError

__version__ = "0.1.0.dev0"

__all__ = [
    "CatallaxyError",
    "CorruptData",
    "Interrupted",
    "NotFound",
    "RunFailed",
    "SafetyStop",
    "UsageError",
]
