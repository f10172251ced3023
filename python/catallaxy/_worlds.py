"""Worlds of a solved problem, or of one learner's seat in a market: one of them, or many that are stepped together."""

import warnings

import numpy as np

from ._bridge import Bridge
from ._errors import CatallaxyError, UsageError
from ._settings import assignments
from ._spaces import (
    AutoresetMode,
    Box,
    Discrete,
    Env,
    Tuple,
    VectorEnv,
    action_space,
    batch_space,
    components,
    features,
    observation_box,
)

STEP, RESET = 0, 1
TERMINATED, TRUNCATED = 1, 2
MOST_SEED = 2**63 - 1
FIRST = "reset comes first"


class Optimum:
    """What is known about the best score of a problem."""

    def __init__(self, name, value):
        self.name = name
        self.value = value

    def ratio(self, score):
        """How much of the optimum a score is: 1 is all of it. Of negative scores the optimum over the score."""
        both_negative = self.value < 0 and score < 0
        return self.value / score if both_negative else score / self.value

    def __repr__(self):
        return f"Optimum({self.value}, {self.name!r})"


class _Worlds:
    """The bridge to worlds, and what their numbers mean."""

    def _open(self, scenario, agent, worlds, settings, overrides):
        request = {
            "request": "open",
            "environment": "vector",
            "scenario": str(scenario),
            "agent": agent or "",
            "worlds": worlds,
            "settings": assignments(settings, overrides),
        }
        self._bridge = bridge = Bridge(request)
        for warning in bridge.opened["warnings"]:
            warnings.warn(warning, stacklevel=4)
        self._features = features(bridge.opened["features"])
        self._components = components(bridge.opened["components"])
        self._ready = False
        self._command = bridge.words("command")
        self._seed = bridge.words("seed")
        self._ended = bridge.words("ended")
        self.metadata = dict(self.metadata, name=bridge.opened["scenario"])

    def features(self):
        """What the numbers of an observation are: name, unit, low, high."""
        return list(self._features)

    def components(self):
        """What the numbers of an action are: name, unit, low, high, neutral, labels."""
        return list(self._components)

    def referee(self):
        """What is known about the best score, as :class:`Optimum`.

        :raises UsageError: for a seat of a market, whose optimum nobody knows
        """
        answer = self._bridge.ask({"request": "optimum"})
        return Optimum(answer["name"], answer["optimum"])

    def _reset_to(self, seed):
        self._ready = False
        bridge = self._bridge
        bridge.catch_up()
        self._command[0] = RESET
        self._seed[0] = seed
        bridge.turn()
        self._command[0] = STEP
        self._ready = True

    def _own_seed(self, seed):
        return int(self.np_random.integers(MOST_SEED)) if seed is None else seed


class World(_Worlds, Env):
    """One world, as an environment of Gymnasium; see :func:`catallaxy.make`."""

    metadata = {"render_modes": []}

    def __init__(self, scenario, agent=None, settings=None, **overrides):
        self._open(scenario, agent, 1, settings, overrides)
        self.observation_space = observation_box(self._features, np.float32)
        self.action_space = action_space(self._components, np.float32)
        bridge = self._bridge
        self._observation = bridge.arrays["observations"][0]
        self._final = bridge.arrays["final"][0]
        self._mask = bridge.arrays["masks"][0].view(np.int8)
        self._reward = bridge.words("rewards")
        self._end = bridge.words("ends")
        self._action = bridge.words("actions")
        self._low, self._high = _bounds(self._components)
        self._codes = _codes(self.action_space)
        self._size = len(self._components) if isinstance(self.action_space, Box) else -1
        self._renewed = False

    def reset(self, *, seed=None, options=None):
        """Begins an episode. With a seed always the same one; without, the next one, whose chance follows from the seed before."""
        _require_seed(seed)
        super().reset(seed=seed)
        if seed is None and self._renewed:
            self._bridge.asked[0]  # tells why it cannot be used, where it cannot
            self._ready = True
        else:
            self._reset_to(self._own_seed(seed))
        self._renewed = False
        return self._observation.copy(), {"action_mask": self._mask.copy()}

    def step(self, action):
        """One step, with an action of :attr:`action_space`.

        :raises UsageError: if the action is none of the space
        :raises CatallaxyError: before ``reset``, after the episode's end, or if the program died
        """
        if not self._ready:
            raise self._unready()
        write = self._action
        if self._codes:
            try:
                write[0] = self._codes[action]
            except (KeyError, TypeError):
                self._write(action)
        else:
            try:
                i = 0
                for number, low, high in zip(action.tolist(), self._low, self._high):
                    if not low <= number <= high:
                        raise ValueError
                    write[i] = number
                    i += 1
                if i != self._size or len(action) != i:
                    raise ValueError
            except (TypeError, ValueError, AttributeError):
                self._write(action)
        try:
            self._bridge.turn()
        except BaseException:
            self._ready = False
            raise
        if self._ended[0]:
            return self._last()
        return self._observation.copy(), self._reward[0], False, False, {"action_mask": self._mask.copy()}

    def _last(self):
        """The end of an episode. The next has begun already; what is to be seen of this one lies apart."""
        self._ready = False
        self._renewed = True
        end = self._end[0]
        info = {"action_mask": np.ones_like(self._mask)}
        return self._final.copy(), self._reward[0], end == TERMINATED, end == TRUNCATED, info

    def _unready(self):
        self._bridge.asked[0]  # tells why, where it cannot be used at all
        return CatallaxyError(FIRST + (": the episode is over" if self._renewed else ""))

    def _write(self, action):
        """Takes what is no array of as many numbers, or says what is wrong with it."""
        numbers = rows(action, self._components, self.action_space, ())
        for i, number in enumerate(numbers.tolist()):
            self._action[i] = number

    def close(self):
        """Ends the program that plays the world."""
        self._ready = False
        self._bridge.close()


class Worlds(_Worlds, VectorEnv):
    """Many worlds, as a vector environment of Gymnasium; see :func:`catallaxy.vector`."""

    metadata = {"render_modes": [], "autoreset_mode": AutoresetMode.SAME_STEP}

    def __init__(self, scenario, num_envs=1, agent=None, settings=None, **overrides):
        self._open(scenario, agent, num_envs, settings, overrides)
        self.num_envs = num_envs
        self.single_observation_space = observation_box(self._features, np.float32)
        self.single_action_space = action_space(self._components, np.float32)
        self.observation_space = batch_space(self.single_observation_space, num_envs)
        self.action_space = batch_space(self.single_action_space, num_envs)
        arrays = self._bridge.arrays
        self._observations = arrays["observations"]
        self._finals = arrays["final"]
        self._masks = arrays["masks"].view(np.int8)
        self._rewards = arrays["rewards"]
        self._ends = arrays["ends"]
        self._actions = arrays["actions"]
        self._all = np.ones(num_envs, bool)
        self._none = np.zeros(num_envs, bool)

    def reset(self, *, seed=None, options=None):
        """Begins an episode in every world. World ``i`` has chance of its own, which follows from the seed and ``i``."""
        if isinstance(seed, (list, tuple)):
            seed = self._first_of(seed)
        _require_seed(seed)
        if options and "reset_mask" in options:
            raise UsageError("options: expected no reset_mask, since worlds begin anew by themselves")
        super().reset(seed=seed)
        self._reset_to(self._own_seed(seed))
        return self._observations.copy(), self._info()

    def _first_of(self, seeds):
        if len(seeds) != self.num_envs or list(seeds) != list(range(seeds[0], seeds[0] + len(seeds))):
            raise UsageError("seed: expected a number, from which the chance of every world follows, or such numbers one after the other")
        return seeds[0]

    def step(self, actions):
        """One step of every world.

        :param actions: ``[N, A]``; ``[N]`` of single choices
        :raises UsageError: if they are none of the space
        :raises CatallaxyError: before ``reset``, or if the program died
        """
        if not self._ready:
            self._bridge.asked[0]  # tells why, where it cannot be used at all
            raise CatallaxyError(FIRST)
        self._actions[...] = rows(actions, self._components, self.action_space, (self.num_envs,))
        try:
            self._bridge.turn()
        except BaseException:
            self._ready = False
            raise
        info = self._info()
        terminated, truncated = self._none.copy(), self._none.copy()
        if self._ended[0]:
            terminated, truncated = self._ends == TERMINATED, self._ends == TRUNCATED
            self._add_finals(info, terminated | truncated)
        return self._observations.copy(), self._rewards.copy(), terminated, truncated, info

    def _info(self):
        return {"action_mask": self._masks.copy(), "_action_mask": self._all.copy()}

    def _add_finals(self, info, ended):
        finals = np.full(self.num_envs, None, object)
        for i in np.flatnonzero(ended):
            finals[i] = self._finals[i].copy()
        info.update(final_obs=finals, _final_obs=ended, final_info={}, _final_info=ended.copy())

    def close_extras(self, **_):
        """Ends the program that plays the worlds."""
        self._ready = False
        self._bridge.close()


def _require_seed(seed):
    if seed is not None and not (isinstance(seed, (int, np.integer)) and 0 <= seed <= MOST_SEED):
        raise UsageError(f"seed: expected a whole number from 0 to 2**63 - 1, found {seed!r}")


def _codes(space):
    """What each value of a single choice is written as; empty where actions are something else."""
    return {i: float(i) for i in range(space.n)} if isinstance(space, Discrete) else {}


def _bounds(of):
    """Bounds of each number of an action, to a rounding of 32 bits."""
    low = [float(np.float32(each.low)) for each in of]
    high = [float(np.float32(each.high)) for each in of]
    return low, high


def rows(action, of, space, batch):
    """An action, or one for each of a batch, as numbers ``[..., A]``. What lies outside a bound by a rounding of 32 bits is put on it.

    :param of: its components
    :param space: for messages
    :raises UsageError: if it is none of the space
    """
    if isinstance(space, Tuple):
        action = np.stack([np.asarray(each) for each in action], axis=-1)
    try:
        numbers = np.asarray(action, dtype=np.float64)
    except (TypeError, ValueError):
        raise UsageError(f"action: expected one of {space}, found {action!r}") from None
    shape = (*batch, len(of))
    if len(of) == 1 and numbers.shape == batch:
        numbers = numbers.reshape(shape)
    if numbers.shape != shape:
        raise UsageError(f"action: expected the shape {shape}, found {numbers.shape}")
    low, high = _bounds(of)
    inside = (numbers >= low) & (numbers <= high)
    if not inside.all():
        place = tuple(int(i) for i in np.argwhere(~inside)[0])
        each = of[place[-1]]
        where = f" of world {place[0]}" if batch else ""
        raise UsageError(
            f"action: {each.name}{where}: expected a number from {each.low} to {each.high} {each.unit}, found {numbers[place]}"
        )
    for i, each in enumerate(of):
        if each.labels is not None and np.any(numbers[..., i] % 1):
            raise UsageError(f"action: {each.name}: expected the index of one of {each.labels}, found {action!r}")
    return np.clip(numbers, [each.low for each in of], [each.high for each in of])
