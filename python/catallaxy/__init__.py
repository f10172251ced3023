"""Catallaxy from Python: environments, runs, trainings, sweeps, and their folders as arrays and frames.

The program runs in a JVM that this package starts; see docs/python.md of the checkout.
"""

from ._catalogue import describe, scenarios
from ._environments import make, optimum, parallel, vector
from ._errors import CatallaxyError, CorruptData, Interrupted, NotFound, RunFailed, SafetyStop, UsageError
from ._folders import Run, Training
from ._frames import Frame
from ._learners import Learner, LearnerSpec
from ._learning import evaluate, resume, train
from ._opening import open
from ._runs import run, runs
from ._seeds import Runs
from ._statistics import interval
from ._sweeps import Sweep, sweep

__version__ = "0.1.0.dev0"

__all__ = [
    "CatallaxyError",
    "CorruptData",
    "Frame",
    "Interrupted",
    "Learner",
    "LearnerSpec",
    "NotFound",
    "Run",
    "RunFailed",
    "Runs",
    "SafetyStop",
    "Sweep",
    "Training",
    "UsageError",
    "describe",
    "evaluate",
    "interval",
    "make",
    "open",
    "optimum",
    "parallel",
    "resume",
    "run",
    "runs",
    "scenarios",
    "sweep",
    "train",
    "vector",
]
