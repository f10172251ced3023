"""A market of a scenario as a parallel environment of several agents."""

import warnings
from collections import namedtuple

import numpy as np

from ._bridge import Bridge
from ._errors import CatallaxyError, UsageError
from ._settings import assignments
from ._spaces import ParallelEnv, action_space, components, features, observation_box
from ._worlds import MOST_SEED, RESET, STEP, _require_seed, rows

NANOS = 1e9

_Seat = namedtuple(
    "_Seat", "index role cadence_seconds features components terms observation mask rewards action observation_space action_space"
)


class Market(ParallelEnv):
    """A market in which each agent has a cadence of its own; see :func:`catallaxy.parallel`."""

    metadata = {"render_modes": [], "is_parallelizable": True}
    render_mode = None

    def __init__(self, scenario, agents=None, settings=None, **overrides):
        if isinstance(agents, str):
            raise UsageError(f"agents: expected a list of names, found the text {agents!r}")
        request = {
            "request": "open",
            "environment": "parallel",
            "scenario": str(scenario),
            "agents": list(agents or ()),
            "settings": assignments(settings, overrides),
        }
        self._bridge = bridge = Bridge(request)
        for warning in bridge.opened["warnings"]:
            warnings.warn(warning, stacklevel=3)
        self.metadata = dict(self.metadata, name=bridge.opened["scenario"])
        self.duration_seconds = bridge.opened["durationSeconds"]
        seats = seats_of(bridge)
        self._seats = {name: seat for name, (seat, in_python) in seats.items() if in_python}
        self._all = {name: seat for name, (seat, _) in seats.items()}
        self.possible_agents = list(self._seats)
        self.agents = []
        self.state_space = observation_box([each for seat in self._all.values() for each in seat.features], np.float64)
        self._command = bridge.words("command")
        self._seed = bridge.words("seed")
        self._given = bridge.words("given")
        self._due = bridge.words("due")
        self._terminated = bridge.words("terminated")
        self._truncated = bridge.words("truncated")
        self._rewards = bridge.words("rewards")
        self._epochs = bridge.words("epochs")
        self._time = bridge.words("timeNanos")
        self._chance = None
        self._observations = {}

    def observation_space(self, agent):
        """The space of an agent's observations ``[F]``, always the same object."""
        return self._seat(agent).observation_space

    def action_space(self, agent):
        """The space of an agent's actions, always the same object."""
        return self._seat(agent).action_space

    def features(self, agent):
        """What the numbers of the agent's observation are: name, unit, low, high."""
        return list(self._seat(agent).features)

    def components(self, agent):
        """What the numbers of the agent's action are: name, unit, low, high, neutral, labels."""
        return list(self._seat(agent).components)

    def cadence(self, agent):
        """Simulated seconds between two decisions of the agent."""
        return self._seat(agent).cadence_seconds

    def role(self, agent):
        """What the agent does in the market."""
        return self._seat(agent).role

    def _seat(self, agent):
        try:
            return self._seats[agent]
        except KeyError:
            raise UsageError(f"agent: expected one of {', '.join(self._seats)}, found {agent!r}") from None

    def reset(self, seed=None, options=None):
        """Begins a run.

        :param seed: of all chance; without one a seed that follows from the one before, or any
        :returns: observations and infos of all agents
        """
        _require_seed(seed)
        if seed is not None or self._chance is None:
            self._chance = np.random.default_rng(seed)
        self._bridge.catch_up()
        self.agents = []
        self._command[0] = RESET
        self._seed[0] = int(self._chance.integers(MOST_SEED)) if seed is None else seed
        self._bridge.turn()
        self._command[0] = STEP
        self.agents = list(self.possible_agents)
        self._observations = {name: seat.observation.copy() for name, seat in self._seats.items()}
        return dict(self._observations), {name: self._info(self._seats[name]) for name in self.agents}

    def step(self, actions):
        """Takes the actions of the agents that are due, and goes on to the next moment at which any of them is.

        :param actions: by agent. One that is missing, or None, is to hold; those of agents that are not due are ignored
        :returns: observations, rewards, terminations, truncations and infos of all agents that took part before it
        :raises UsageError: if an action is none of its agent's space
        :raises CatallaxyError: before ``reset``, after the end, or if the program died
        """
        if not self.agents:
            self._bridge.asked[0]  # tells why, where it cannot be used at all
            raise CatallaxyError("reset comes first" + (": the run is over" if self._observations else ""))
        for name, action in actions.items():
            self._take(name, action)
        try:
            self._bridge.turn()
        except BaseException:
            self.agents = []
            raise
        return self._outcome()

    def _take(self, name, action):
        seat = self._seat(name)
        if action is None or not self._due[seat.index] or name not in self.agents:
            return
        numbers = rows(action, seat.components, seat.action_space, ())
        seat.action[:] = numbers
        self._given[seat.index] = 1

    def _outcome(self):
        observations, rewards, terminations, truncations, infos = {}, {}, {}, {}, {}
        for name in self.agents:
            seat = self._seats[name]
            index = seat.index
            due = self._due[index]
            if due:
                self._observations[name] = seat.observation.copy()
            observations[name] = self._observations[name]
            rewards[name] = self._rewards[index] if due else 0.0
            terminations[name] = bool(self._terminated[index])
            truncations[name] = bool(self._truncated[index])
            infos[name] = self._info(seat)
        self.agents = [name for name in self.agents if not (terminations[name] or truncations[name])]
        return observations, rewards, terminations, truncations, infos

    def _info(self, seat):
        due = bool(self._due[seat.index])
        info = {
            "due": due,
            "action_mask": seat.mask.copy(),
            "epoch": self._epochs[seat.index],
            "time": self._time[0] / NANOS,
        }
        if due:
            info["reward_terms"] = dict(zip(seat.terms, seat.rewards.tolist()))
        return info

    def state(self):
        """What all agents of the scenario saw last, one behind the other in its order, also those that are not in Python."""
        self._bridge.asked[0]  # tells why, where it cannot be used at all
        return self._bridge.arrays["observations"].copy()

    def digest(self):
        """Digest of everything that happened since ``reset``: the same as that of a run with the same seed and decisions."""
        return self._bridge.ask({"request": "digest"})["digest"]

    def render(self):
        """Nothing is drawn."""

    def close(self):
        """Ends the program that plays the market."""
        self.agents = []
        self._bridge.close()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()


def seats_of(bridge):
    """All seats by agent, each with whether Python decides there."""
    arrays = bridge.arrays
    actions = bridge.words("actions")
    seats = {}
    feature = entry = term = component = 0
    for index, each in enumerate(bridge.opened["agents"]):
        observed, acted = features(each["features"]), components(each["components"])
        seats[each["id"]] = (
            _Seat(
                index,
                each["role"],
                each["cadenceSeconds"],
                observed,
                acted,
                each["rewardTerms"],
                arrays["observations"][feature : feature + len(observed)],
                arrays["masks"][entry : entry + each["maskSize"]].view(np.int8),
                arrays["terms"][term : term + len(each["rewardTerms"])],
                arrays["actions"][component : component + len(acted)],
                observation_box(observed, np.float64),
                action_space(acted, np.float64),
            ),
            each["python"],
        )
        feature += len(observed)
        entry += each["maskSize"]
        term += len(each["rewardTerms"])
        component += len(acted)
    return seats
