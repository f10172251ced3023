"""Spaces and base classes of the shape of Gymnasium's and PettingZoo's, for where these are not installed."""

import enum

import numpy as np


class Space:
    """A set of values that can be drawn from."""

    def __init__(self, shape, dtype):
        self.shape = shape
        self.dtype = np.dtype(dtype)
        self._random = None

    @property
    def np_random(self):
        """What values are drawn with."""
        if self._random is None:
            self.seed()
        return self._random

    def seed(self, seed=None):
        """Begins the draws anew."""
        self._random = np.random.default_rng(seed)
        return seed

    def __contains__(self, value):
        return self.contains(value)


class Box(Space):
    """Arrays between bounds, which may be infinite."""

    def __init__(self, low, high, shape=None, dtype=np.float32):
        super().__init__(np.shape(low) if shape is None else shape, dtype)
        self.low = np.full(self.shape, low, self.dtype)
        self.high = np.full(self.shape, high, self.dtype)

    def sample(self, mask=None):
        """A uniform array; normal where there are no bounds, exponential where there is one."""
        below, above = np.isfinite(self.low), np.isfinite(self.high)
        drawn = self.np_random.normal(size=self.shape)
        tail = self.np_random.exponential(size=self.shape)
        with np.errstate(invalid="ignore"):
            inside = self.low + self.np_random.random(self.shape) * (self.high.astype(float) - self.low)
        half = np.where(below, self.low + tail, np.where(above, self.high - tail, drawn))
        return np.where(below & above, inside, half).astype(self.dtype)

    def contains(self, value):
        """Whether the value is an array of this shape between the bounds."""
        array = np.asarray(value)
        fits = array.shape == self.shape and np.can_cast(array.dtype, self.dtype)
        return bool(fits and np.all(array >= self.low) and np.all(array <= self.high))

    def __eq__(self, other):
        return (
            isinstance(other, Box)
            and self.dtype == other.dtype
            and np.array_equal(self.low, other.low)
            and np.array_equal(self.high, other.high)
        )

    __hash__ = None

    def __repr__(self):
        return f"Box({self.low.min(initial=np.inf)}, {self.high.max(initial=-np.inf)}, {self.shape}, {self.dtype})"


class Discrete(Space):
    """The numbers 0 to n − 1."""

    def __init__(self, n):
        super().__init__((), np.int64)
        self.n = np.int64(n)
        self.start = np.int64(0)

    def sample(self, mask=None):
        """A number, among those whose entry of the mask is 1; 0 where none is."""
        allowed = np.arange(self.n) if mask is None else np.flatnonzero(mask)
        return np.int64(self.np_random.choice(allowed)) if len(allowed) else np.int64(0)

    def contains(self, value):
        """Whether the value is one of the numbers."""
        return isinstance(value, (int, np.integer)) and 0 <= value < self.n

    def __eq__(self, other):
        return isinstance(other, Discrete) and self.n == other.n

    __hash__ = None

    def __repr__(self):
        return f"Discrete({self.n})"


class MultiDiscrete(Space):
    """Arrays of whole numbers, each from 0 to its own n − 1."""

    def __init__(self, nvec):
        self.nvec = np.array(nvec, np.int64)
        super().__init__(self.nvec.shape, np.int64)

    def sample(self, mask=None):
        """Uniform numbers; with a mask for each, among those whose entry is 1."""
        if mask is None:
            return self.np_random.integers(self.nvec)
        return np.array([self.np_random.choice(np.flatnonzero(each)) if np.any(each) else 0 for each in mask], np.int64)

    def contains(self, value):
        """Whether the value is an array of such numbers."""
        array = np.asarray(value)
        fits = array.shape == self.shape and np.issubdtype(array.dtype, np.integer)
        return bool(fits and np.all(array >= 0) and np.all(array < self.nvec))

    def __eq__(self, other):
        return isinstance(other, MultiDiscrete) and np.array_equal(self.nvec, other.nvec)

    __hash__ = None

    def __repr__(self):
        return f"MultiDiscrete({self.nvec})"


class Tuple(Space):
    """One value of each of several spaces."""

    def __init__(self, spaces):
        super().__init__(None, object)
        self.spaces = tuple(spaces)

    def seed(self, seed=None):
        """Begins the draws of each space anew, with seeds of their own."""
        seeds = np.random.SeedSequence(seed).generate_state(len(self.spaces))
        return tuple(space.seed(int(own)) for space, own in zip(self.spaces, seeds))

    def sample(self, mask=None):
        """A value of each."""
        return tuple(space.sample() for space in self.spaces)

    def contains(self, value):
        """Whether the value has one of each."""
        fits = isinstance(value, (tuple, list)) and len(value) == len(self.spaces)
        return fits and all(space.contains(each) for space, each in zip(self.spaces, value))


def batch_space(space, n):
    """The space of n values of a space."""
    if isinstance(space, Box):
        repeated = (n, *[1] * len(space.shape))
        return Box(np.tile(space.low, repeated), np.tile(space.high, repeated), dtype=space.dtype)
    if isinstance(space, Discrete):
        return MultiDiscrete([space.n] * n)
    if isinstance(space, MultiDiscrete):
        return MultiDiscrete(np.tile(space.nvec, (n, 1)))
    return Tuple([batch_space(each, n) for each in space.spaces])


class AutoresetMode(enum.Enum):
    """When a world whose episode ended begins the next."""

    NEXT_STEP = "NextStep"
    SAME_STEP = "SameStep"
    DISABLED = "Disabled"


class _Seeded:
    """What draws the seeds that nobody gives."""

    metadata = {}
    render_mode = None
    spec = None
    _np_random = None
    _np_random_seed = None

    @property
    def np_random(self):
        """The environment's own generator."""
        if self._np_random is None:
            self._begin(None)
        return self._np_random

    def _begin(self, seed):
        sequence = np.random.SeedSequence(seed)
        self._np_random = np.random.Generator(np.random.PCG64(sequence))
        self._np_random_seed = sequence.entropy

    def reset(self, *, seed=None, options=None):
        """Begins the generator anew where there is a seed."""
        if seed is not None:
            self._begin(seed)

    @property
    def unwrapped(self):
        """The environment itself."""
        return self

    def render(self):
        """Nothing is drawn."""

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()


class Env(_Seeded):
    """An environment of one agent."""


class VectorEnv(_Seeded):
    """Many environments that are stepped together."""

    def close(self, **_):
        """Closes them."""
        self.close_extras()


class ParallelEnv:
    """An environment of several agents that act at the same time."""

    metadata = {}

    @property
    def num_agents(self):
        """Agents that take part now."""
        return len(self.agents)

    @property
    def max_num_agents(self):
        """All agents."""
        return len(self.possible_agents)

    @property
    def unwrapped(self):
        """The environment itself."""
        return self
