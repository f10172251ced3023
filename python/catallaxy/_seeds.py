"""The same scenario under many seeds."""

from collections.abc import Sequence

import numpy

from ._frames import Frame
from ._plots import curves, dots
from ._statistics import interval


class Runs(Sequence):
    """Runs that differ in their seeds only: a sequence of them, and their figures as arrays over seeds."""

    def __init__(self, runs):
        """
        :param runs: in the order that arrays have
        """
        self._runs = tuple(runs)

    def __len__(self):
        return len(self._runs)

    def __getitem__(self, index):
        """A run by its place, or the runs of a slice."""
        return Runs(self._runs[index]) if isinstance(index, slice) else self._runs[index]

    @property
    def seeds(self):
        """The seeds, in the order of the runs."""
        return numpy.array([run.seed for run in self])

    def figure(self, agent, name):
        """A number of an agent's summary in each run, such as ``pnl``, ``fills`` or ``rewards.costs``.

        :return: ``[seeds]``, NaN where it is not defined
        """
        return numpy.array([run.figure(agent, name) for run in self])

    def mean(self, agent, name):
        """The mean of a figure over the seeds in which it is defined."""
        values = self.figure(agent, name)
        return float(numpy.nanmean(values)) if not numpy.isnan(values).all() else float("nan")

    def interval(self, agent, name, level=0.95):
        """The confidence interval of the mean over seeds, as ``catallaxy sweep`` gives it; unbounded where there are fewer than two values.

        :return: its low and high end
        """
        return interval(self.figure(agent, name), level)

    @property
    def figures(self):
        """A row for each seed and agent, with all figures that are numbers and that every agent has."""
        rows = [dict(each, seed=run.seed, agent=each["id"]) for run in self for each in run.summary["agents"]]
        names = [name for name in rows[0] if all(_is_number(row.get(name)) for row in rows)]
        columns = {name: [numpy.nan if row[name] is None else row[name] for row in rows] for name in names if name != "seed"}
        return Frame({"seed": [row["seed"] for row in rows], "agent": [row["agent"] for row in rows], **columns})

    def plot(self, agent, name="pnl", path=None):
        """Draws a figure over the seeds with the 95 % interval of its mean: the PnL as it grows, any other figure as dots.

        :param path: of the picture; ``.svg`` needs nothing else, ``.png`` and others need matplotlib. Here, named after what it shows, where None
        :return: the path
        """
        scenario = self[0].scenario
        if name == "pnl":
            tracks = [run.equity.where(agent=agent) for run in self]
            seconds = tracks[0]["timeSeconds"]
            values = [numpy.interp(seconds, each["timeSeconds"], each["equity"] - each["equity"][0]) for each in tracks]
            picture = curves(scenario, agent, self[0].summary["quote"], seconds, numpy.array(values))
        else:
            picture = dots(scenario, agent, name, self.seeds, self.figure(agent, name))
        return picture.save(path or f"{scenario}-{agent}-{name}.svg")

    def __repr__(self):
        scenario = self[0].scenario if len(self) else "none"
        return f"Runs({scenario!r}, {len(self)} seeds)"


def _is_number(value):
    return value is None or isinstance(value, (int, float)) and not isinstance(value, bool)
