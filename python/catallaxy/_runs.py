"""Simulations from Python: one run, or the same scenario over many seeds."""

from . import _program
from ._errors import UsageError
from ._folders import Run
from ._seats import play
from ._seeds import Runs
from ._settings import assignments
from ._sweeps import different, sweep


def run(scenario, settings=None, *, seed=None, agents=None, out=None, driver=None, classpath=None, progress=False, **overrides):
    """Simulates a scenario and returns what it leaves.

    ``catallaxy.run("two-chains", {"agents.maker.policy.gamma": 2e-4}, seed=2, duration="2 h")``

    :param scenario: the name of a shipped one, or the path of a file
    :param settings: key → value, that replace the scenario's
    :param seed: of all chance; the scenario's where it is None
    :param agents: agent → policy, a function of an observation that returns an action, or None to hold: these decide in Python
    :param out: folder in which the run folder is made; ``runs`` where it is None
    :param driver: who runs the agents: ``actors`` or ``batch``; both give the same digest
    :param classpath: jars with agents, venues and roles of your own
    :param progress: whether to show on standard error how far the run is
    :param overrides: settings as keywords: ``__`` stands for a dot, ``_`` for a hyphen
    :rtype: Run
    """
    if agents:
        if driver or classpath or progress:
            raise UsageError("agents: expected none of driver, classpath and progress where policies are in Python")
        return Run(play(scenario, settings, overrides, agents, seed, out)["runFolder"])
    options = _program.options(seed=seed, out=out, driver=driver, classpath=classpath)
    words = ["run", scenario, *assignments(settings, overrides), *options, "--no-report"]
    return Run(_program.ask(words, progress)["runFolder"])


def runs(scenario, settings=None, *, seeds=range(1, 21), agents=None, jobs=None, out=None, classpath=None, progress=False, **overrides):
    """Simulates a scenario once a seed, several at a time, as ``catallaxy sweep`` does; with policies in Python one after the other.

    :param seeds: of the runs
    :param agents: agent → policy as in ``run``; or a function of the seed that returns such, where policies remember something
    :param jobs: runs at the same time; as many as there are processors where it is None
    :return: the runs in the order of their seeds; the other parameters are those of ``run``
    :rtype: Runs
    """
    if agents is None:
        made = sweep(scenario, {}, settings, seeds=seeds, jobs=jobs, out=out, classpath=classpath, progress=progress, **overrides)
        return made.runs()
    if jobs or classpath or progress:
        raise UsageError("agents: expected none of jobs, classpath and progress where policies are in Python")
    policies = agents if callable(agents) else lambda seed: agents
    return Runs([run(scenario, settings, seed=seed, agents=policies(seed), out=out, **overrides) for seed in different(seeds)])
