"""Run folders as objects: what a run, a training or a sweep has left."""

import functools
from pathlib import Path

from . import _program
from ._errors import NotFound
from ._frames import nearest, read_csv, read_json, read_jsonl

TRADES_TEXT = ("agent", "venue", "side", "base", "quote", "liquidity", "reference")
INTERVENTIONS_TEXT = ("agent", "target", "kind", "reason")


class Summary(dict):
    """The content of ``summary.json``, whose lists of things with an id are dicts by id, too."""

    agents = property(lambda self: self._by_id("agents"), doc="The figures of each agent, by its id.")
    chains = property(lambda self: self._by_id("chains"), doc="The totals of each chain, by its id.")
    venues = property(lambda self: self._by_id("venues"), doc="The totals of each venue, by its id.")

    def _by_id(self, name):
        return {each["id"]: each for each in self.get(name, [])}


class Folder:
    """A run folder. Files are read when they are first asked for; so of a run that goes on, open the folder anew."""

    def __init__(self, folder):
        """
        :param folder: that a command has made
        """
        self.folder = Path(folder)

    @functools.cached_property
    def manifest(self):
        """What ran, on what, and how it ended: the content of ``manifest.json``."""
        return read_json(self.folder / "manifest.json")

    @functools.cached_property
    def summary(self):
        """The figures at the end: the content of ``summary.json``.

        :raises NotFound: where the run has not ended, as of one that was killed
        """
        path = self.folder / "summary.json"
        if not path.is_file():
            raise NotFound(f"{self.folder} has no summary.json: its run has not ended (status: {self.status})")
        return Summary(read_json(path))

    @functools.cached_property
    def metrics(self):
        """The samples of ``metrics.jsonl``, a row each."""
        return read_jsonl(self.folder / "metrics.jsonl")

    @property
    def status(self):
        """``running`` (after a kill, too), ``completed``, ``failed`` or ``interrupted``."""
        return self.manifest.get("status", "unknown")

    @property
    def scenario(self):
        """The scenario's name."""
        return self.manifest["scenario"]

    @property
    def seed(self):
        """The seed of all chance."""
        return self.manifest["seed"]

    def report(self):
        """The path of ``report.html``, which is written where it is missing."""
        path = self.folder / "report.html"
        if not path.is_file():
            _program.ask(["report", self.folder])
        return path

    def __repr__(self):
        return f"{type(self).__name__}({self.scenario!r}, seed={self.seed}, status={self.status!r}, folder={str(self.folder)!r})"


class Run(Folder):
    """What one simulation has left."""

    @property
    def digest(self):
        """The digest of the trace; None where the run is not complete."""
        return self.manifest.get("digest")

    @functools.cached_property
    def trades(self):
        """A row for each fill and agent, from ``trades.csv``."""
        return read_csv(self.folder / "trades.csv", TRADES_TEXT)

    @functools.cached_property
    def equity(self):
        """A row for each sample and agent, from ``equity.csv``."""
        return read_csv(self.folder / "equity.csv", ("agent",))

    @functools.cached_property
    def interventions(self):
        """What risk managers did and where agents failed, from ``interventions.csv``."""
        return read_csv(self.folder / "interventions.csv", INTERVENTIONS_TEXT)

    def figure(self, agent, name):
        """A number of an agent in the summary, such as ``pnl`` or ``rewards.costs``; NaN where it is not defined.

        :raises KeyError: where there is no such agent or figure
        """
        agents = self.summary.agents
        if agent not in agents:
            raise KeyError(f"no agent {agent!r}{nearest(agent, agents)}; there are {', '.join(agents)}")
        found = agents[agent]
        for part in name.split("."):
            if not isinstance(found, dict) or part not in found:
                raise KeyError(f"no figure {name!r} of agent {agent!r}{nearest(name, agents[agent])}")
            found = found[part]
        if isinstance(found, (str, list, dict)):
            raise KeyError(f"{name} of agent {agent} is no number: {found!r}")
        return float("nan") if found is None else float(found)


class Training(Folder):
    """What one training has left."""

    @property
    def scores(self):
        """Of a problem, its referee's figures (``attained``, ``optimum``, ``ratio``); of a market, those of each learner by agent."""
        if "learners" in self.summary:
            return {each["agent"]: each for each in self.summary["learners"]}
        return self.summary.get("referee", self.summary.get("evaluation"))

    @property
    def checkpoint(self):
        """The folder of the checkpoint that was scored, or the newest where training has not ended.

        :raises NotFound: where there is none
        """
        if (self.folder / "summary.json").is_file():
            return self.folder / "checkpoints" / Path(self.summary["checkpoint"]).name
        if not self.checkpoints:
            raise NotFound(f"{self.folder} has no checkpoint yet (status: {self.status})")
        return self.checkpoints[-1]

    @property
    def checkpoints(self):
        """The folders of all checkpoints that are kept, oldest first."""
        return sorted((self.folder / "checkpoints").glob("step-*"))
