"""Runs that several tests read, each simulated once: folders are those that the program writes."""

import atexit
import functools
import shutil
import tempfile
from pathlib import Path

import catallaxy


@functools.lru_cache(maxsize=None)
def folder():
    """A folder for what tests write, removed at the end."""
    made = tempfile.mkdtemp(prefix="catallaxy-")
    atexit.register(shutil.rmtree, made, ignore_errors=True)
    return Path(made)


@functools.lru_cache(maxsize=None)
def three_seeds():
    """Twenty minutes of two-chains under the seeds 5, 3 and 4."""
    return catallaxy.runs("two-chains", seeds=[5, 3, 4], jobs=2, duration="20 m", out=folder() / "seeds")


def copy(run, name):
    """A copy of a run's folder that a test may damage."""
    return shutil.copytree(run.folder, folder() / "copies" / name)
