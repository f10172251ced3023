"""Runs that several tests read, each simulated once: folders are those that the program writes."""

import atexit
import functools
import os
import shutil
import tempfile
import unittest
from pathlib import Path

import catallaxy

GAMMA = "agents.maker.policy.gamma"

LONG = bool(os.environ.get("CATALLAXY_LONG"))
long = unittest.skipUnless(LONG, "long: set CATALLAXY_LONG=1")  # of tests that take more than a few seconds


@functools.lru_cache(maxsize=None)
def folder():
    """A folder for what tests write, removed at the end."""
    made = tempfile.mkdtemp(prefix="catallaxy-")
    atexit.register(shutil.rmtree, made, ignore_errors=True)
    return Path(made)


@functools.lru_cache(maxsize=None)
def swept():
    """Twenty minutes of two-chains under five seeds with two degrees of the maker's aversion to risk."""
    varied = {GAMMA: [0.0005, 0.005]}
    return catallaxy.sweep("two-chains", varied, seeds=[5, 3, 4, 1, 2], duration="20 m", out=folder() / "seeds")


def five_seeds():
    """The runs of the first degree, under the seeds 5, 3, 4, 1 and 2."""
    return swept().runs({GAMMA: 0.0005})


def copy(run, name):
    """A copy of a run's folder that a test may damage."""
    return shutil.copytree(run.folder, folder() / "copies" / name)
