"""Sweeps: a scenario under many seeds and settings, and what of a difference is more than luck."""

import functools
from pathlib import Path

import numpy

from . import _program
from ._errors import UsageError
from ._folders import Run, Training
from ._frames import Frame
from ._seeds import Runs
from ._settings import by_key, text

FIGURES = ("agent", "figure", "n", "mean", "iqm", "low", "high", "sd", "seeds")
DIFFERENCES = ("agent", "figure", "mean", "low", "high", "n", "seedsPaired", "seedsUnpaired")


def sweep(
    scenario,
    varied,
    settings=None,
    *,
    seeds=range(1, 21),
    train=False,
    base=None,
    width=None,
    jobs=None,
    out=None,
    classpath=None,
    progress=False,
    **overrides,
):
    """Runs a scenario with each combination of settings under each seed, and compares the combinations over the seeds.

    ``catallaxy.sweep("two-chains", {"agents.maker.policy.gamma": [0.0005, 0.005]}, duration="2 h").differences``

    :param varied: key → the values to try
    :param settings: that all runs have; so have keywords, as in ``run``
    :param train: whether learners of a market are trained, rather than simulated; those of problems always are
    :param base: settings, key → value, of the group that others are compared with; the first group where it is None
    :param width: of the intervals wanted, from which the number of seeds that it takes follows
    :param jobs: runs at the same time; as many as there are processors where it is None, and one training
    :return: where it is interrupted, ``resume`` goes on
    :rtype: Sweep
    """
    words = [f"{key}={_alternatives(key, values)}" for key, values in {**varied, "seed": different(seeds)}.items()]
    words += [f"{key}={text(value, key)}" for key, value in by_key(settings, overrides).items()]
    words += [word for key, value in (base or {}).items() for word in ("--base", f"{key}={text(value, key)}")]
    options = _program.options(jobs=jobs, width=width, out=out, classpath=classpath)
    answer = _program.ask(["sweep", scenario, *words, *options, *(["--train"] if train else [])], progress)
    return Sweep(answer["folder"], answer)


class Sweep:
    """What a sweep has left: its runs, and their comparison."""

    def __init__(self, folder, answer=None):
        """
        :param folder: of the sweep
        :param answer: what the program said of it; asked for where it is None
        """
        self.folder = Path(folder)
        self._told = answer

    @functools.cached_property
    def answer(self):
        """All that ``catallaxy sweep`` says. Of a folder that was opened, what has not ended is run first."""
        return self._told or _program.ask(["resume", self.folder])

    @property
    def groups(self):
        """What each combination of settings comes to over its seeds: a list of dicts."""
        return self.answer["groups"]

    @property
    def figures(self):
        """A row for each group, agent and figure of simulations: mean, interquartile mean, 95 % interval, deviation, seeds needed."""
        rows = [dict(each, agent=each["id"], settings=group["settings"]) for group in self.groups for each in group["agents"]]
        return _table(rows, "settings", FIGURES)

    @property
    def differences(self):
        """A row for each figure of each group but the base: by how much it is greater than in the base, seed by seed."""
        return _table(self.answer["paired"], "settings", DIFFERENCES)

    def runs(self, settings=None):
        """The runs with these settings, all where it is None: ``Runs`` of simulations, a list of ``Training`` else.

        :raises KeyError: where no run has them
        """
        wanted = {key: text(value, key) for key, value in (settings or {}).items()}
        found = [each for each in self.answer["runs"] if wanted.items() <= each["settings"].items()]
        if not found:
            raise KeyError(f"no run of {self.folder} has the settings {wanted}")
        if "runFolder" in found[0]:
            return Runs(Run(each["runFolder"]) for each in found)
        return [Training(each["summary"]["runFolder"]) for each in found if "summary" in each]

    def report(self):
        """The path of ``report.html`` over all runs, which is written where it is missing."""
        path = self.folder / "report.html"
        if not path.is_file():
            _program.ask(["report", *(run.folder for run in self.runs()), "--out", path])
        return path

    def __repr__(self):
        return f"Sweep({len(self.groups)} groups, {len(self.answer['runs'])} runs, folder={str(self.folder)!r})"


def different(seeds):
    """The seeds as a list.

    :raises UsageError: where one is there twice, or there is none: they would be no sample
    """
    seeds = list(seeds)
    if len(set(seeds)) < len(seeds) or not seeds:
        raise UsageError(f"seeds: expected different ones, and at least one, found {seeds}")
    return seeds


def _alternatives(key, values):
    if isinstance(values, (str, dict)) or not hasattr(values, "__iter__"):
        raise UsageError(f"{key}: expected a list of values to try, found {values!r}")
    return ",".join(text(value, key) for value in values)


def _table(rows, settings, names):
    """A frame of rows, after columns of the settings that differ; what is None is NaN."""
    keys = dict.fromkeys(key for row in rows for key in row[settings])
    columns = {key: [row[settings].get(key, "") for row in rows] for key in keys}
    for name in names:
        columns[name] = [numpy.nan if row[name] is None else row[name] for row in rows]
    return Frame(columns)
