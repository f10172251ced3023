"""Environments by the name of their scenario."""

from ._market import Market
from ._worlds import World, Worlds


def parallel(scenario, agents=None, settings=None, **overrides):
    """The market of a scenario as PettingZoo's parallel environment.

    :param scenario: name of a shipped scenario, or a file
    :param agents: who is decided for in Python; the scenario's own policies decide for the others. All by default
    :param settings: key → value, such as ``{"agents.maker.policy.gamma": 0.1}``
    :param overrides: the same as keywords, such as ``duration="1 h"``; ``__`` stands for a dot, ``_`` for a hyphen
    :raises UsageError: where there is no such scenario or agent, or a setting is wrong
    """
    return Market(scenario, agents, settings, **overrides)


def vector(scenario, num_envs=1, agent=None, settings=None, **overrides):
    """Many worlds of a solved problem, or of a seat in a market, as Gymnasium's vector environment with same-step automatic reset.

    :param agent: whose seat, where the scenario is a market; the scenario's own policies decide for the others
    :raises UsageError: and the other parameters as :func:`parallel`
    """
    return Worlds(scenario, num_envs, agent, settings, **overrides)


def make(scenario, agent=None, settings=None, **overrides):
    """One world of a solved problem, or of a seat in a market, as Gymnasium's environment.

    :param agent: whose seat, where the scenario is a market; the scenario's own policies decide for the others
    :raises UsageError: and the other parameters as :func:`parallel`
    """
    return World(scenario, agent, settings, **overrides)


def optimum(scenario, settings=None, **overrides):
    """What is known about the best score of a solved problem: ``name``, ``value``, and ``ratio(score)``.

    :raises UsageError: where the scenario is no problem, or as :func:`parallel`
    """
    world = World(scenario, None, settings, **overrides)
    try:
        return world.referee()
    finally:
        world.close()
