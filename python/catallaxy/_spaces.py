"""Spaces and base classes: those of Gymnasium and PettingZoo where they are installed, else small ones of the same shape."""

import enum
from collections import namedtuple

import numpy as np

from ._errors import CatallaxyError

try:
    import gymnasium
    from gymnasium.spaces import Box, Discrete, MultiDiscrete, Tuple
    from gymnasium.vector.utils import batch_space

    Env = gymnasium.Env
    VectorEnv = gymnasium.vector.VectorEnv
except ImportError:
    from ._plain import Box, Discrete, Env, MultiDiscrete, Tuple, VectorEnv, batch_space

try:
    from gymnasium.vector import AutoresetMode
except ImportError:
    from ._plain import AutoresetMode

try:
    from pettingzoo import ParallelEnv
except ImportError:
    from ._plain import ParallelEnv

Feature = namedtuple("Feature", "name unit low high")
Feature.__doc__ = "One number of an observation: its name, unit (``1`` for a pure number), and bounds, which may be infinite."
Component = namedtuple("Component", "name unit low high neutral labels")
Component.__doc__ = (
    "One number of an action: name, unit, bounds, the value that asks for nothing; of a choice also the labels, of which it is an index."
)


def features(of):
    """The features that the program describes."""
    return [Feature(each["name"], each["unit"], _bound(each["low"], -np.inf), _bound(each["high"], np.inf)) for each in of]


def components(of):
    """The components that the program describes."""
    return [_component(each) for each in of]


def _component(each):
    labels = each.get("labels")
    if labels is None:
        return Component(each["name"], each["unit"], each["low"], each["high"], each["neutral"], None)
    return Component(each["name"], "1", 0, len(labels) - 1, each["neutral"], labels)


def _bound(value, otherwise):
    return otherwise if value is None else value


def observation_box(of, dtype):
    """The space of observations ``[F]``."""
    low = np.array([each.low for each in of], dtype)
    high = np.array([each.high for each in of], dtype)
    return Box(low, high, dtype=dtype)


def action_space(of, dtype):
    """The space of actions: a box of quantities, one or several choices, or a tuple with a space for each where they are mixed."""
    choices = [each for each in of if each.labels is not None]
    if not choices:
        return Box(np.array([each.low for each in of], dtype), np.array([each.high for each in of], dtype), dtype=dtype)
    if len(of) == 1:
        return Discrete(len(of[0].labels))
    if len(choices) == len(of):
        return MultiDiscrete([len(each.labels) for each in of])
    return Tuple([Discrete(len(each.labels)) if each.labels else Box(each.low, each.high, (), dtype) for each in of])
