"""Policies of Python in the seats of a whole run, which leaves the same folder as any other."""

import shlex
import warnings
from pathlib import Path

import numpy as np

from . import _program
from ._bridge import Bridge
from ._errors import UsageError
from ._market import NANOS, seats_of
from ._settings import assignments
from ._worlds import rows


class Observation(np.ndarray):
    """What an agent of a run sees: an array ``[F]`` of its features, which also have names.

    ``agent``, ``epoch`` (0, 1, 2, …) and ``time`` (simulated seconds) say whose it is and when; ``mask`` where an action has an effect now;
    ``features`` and ``components`` what the numbers of observations and actions are.
    """

    def value(self, name):
        """The feature of this name."""
        try:
            return float(self[self.names[name]])
        except KeyError:
            raise UsageError(f"feature: expected one of {', '.join(self.names)}, found {name!r}") from None


def play(scenario, settings, overrides, agents, seed, out):
    """Runs a scenario with policies in seats.

    :param agents: agent → function of an :class:`Observation`, which returns an action, or None to hold
    :returns: what the program says of the run
    :raises UsageError: if an action is none of its seat's; whatever a policy raises ends the run, too, whose folder then says interrupted
    """
    for agent, policy in agents.items():
        if not callable(policy):
            raise UsageError(f"agents: {agent}: expected a function of an observation, found {policy!r}")
    words = assignments(settings, overrides)
    request = {
        "request": "open",
        "environment": "run",
        "scenario": str(scenario),
        "settings": words,
        "agents": list(agents),
        "seed": seed,
        "out": str(Path(out or "runs")),
        "command": _command(scenario, words, agents, seed),
    }
    bridge = Bridge(request)
    try:
        for warning in bridge.opened["warnings"]:
            warnings.warn(warning, stacklevel=4)
        return _played(bridge, agents)
    finally:
        bridge.close()


def _command(scenario, words, agents, seed):
    """What the run folder says of how it was made; where it is typed it tells that a policy is in Python."""
    seated = [f"agents.{agent}.policy.kind=python" for agent in agents]
    return shlex.join(["catallaxy", "run", str(scenario), *words, *seated, *_program.options(seed=seed)])


def _played(bridge, agents):
    seats = {name: seat for name, (seat, _) in seats_of(bridge).items() if name in agents}
    names = {name: {each.name: i for i, each in enumerate(seat.features)} for name, seat in seats.items()}
    due, given, finished = bridge.words("due"), bridge.words("given"), bridge.words("finished")
    time, epochs = bridge.words("timeNanos"), bridge.words("epochs")
    bridge.turn()
    while not finished[0]:
        name = next(name for name, seat in seats.items() if due[seat.index])
        seat = seats[name]
        seen = seat.observation.copy().view(Observation)
        seen.agent, seen.epoch, seen.time = name, epochs[seat.index], time[0] / NANOS
        seen.names, seen.features, seen.components, seen.mask = names[name], seat.features, seat.components, seat.mask.copy()
        action = agents[name](seen)
        if action is not None:
            seat.action[:] = rows(action, seat.components, seat.action_space, ())
            given[seat.index] = 1
        bridge.turn()
    return bridge.receive()
