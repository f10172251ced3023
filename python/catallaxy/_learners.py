"""Learners of your own in trainings of the program: it asks, they answer."""

import base64
import contextlib
import json
import math
import shlex
import signal
import threading
import warnings
from collections import namedtuple
from pathlib import Path

import numpy as np

from ._bridge import Bridge
from ._errors import UsageError
from ._settings import assignments
from ._spaces import action_space, components, features
from ._worlds import rows

RAISED, INTERRUPTED = 1, 2
STATE = b"state "

LearnerSpec = namedtuple("LearnerSpec", "agent num_envs total_steps seed features components observation_size action_size mask_size")
LearnerSpec.__doc__ = (
    "What a learner is made for: whose seat it takes (empty in a problem); N worlds; the transitions that are planned over all of them; "
    "the seed of its chance; what the numbers of observations and actions are; F, A and M."
)


class Learner:
    """A learning algorithm at work on N worlds at once. Derive from it and give an object to :func:`catallaxy.train`.

    For the same seed and observations it has to do the same; chance comes from a generator that is seeded in ``begin`` and saved with the
    rest. Arrays that it is given are its own.
    """

    def begin(self, spec):
        """Begins anew, whatever the object has learned before; also called before ``load``.

        :param LearnerSpec spec: what it is made for
        """
        raise NotImplementedError(f"{type(self).__name__}.begin(spec)")

    def act(self, observations, masks):
        """Actions with exploration.

        :param observations: ``float32 [N, F]``; where an episode has just ended the first of the next one
        :param masks: ``bool [N, M]``, true where an action has an effect now: one entry for a quantity, one for each label of a choice
        :returns: ``[N, A]`` in the units and bounds of the components; a choice is the index of its label
        """
        return self.policy(observations, masks)

    def observe(self, next_observations, rewards, terminated, truncated):
        """Takes what the last ``act`` led to, and learns when that is due.

        :param next_observations: ``float32 [N, F]``: what the action led to, also where the episode has ended with it
        :param rewards: ``float64 [N]``
        :param terminated: ``bool [N]``: the end in the problem or market itself, after which nothing is earned
        :param truncated: ``bool [N]``: the end of the horizon
        """

    def policy(self, observations, masks):
        """Actions without exploration, for any number of worlds; otherwise as ``act``."""
        raise NotImplementedError(f"{type(self).__name__}.policy(observations, masks)")

    def metrics(self):
        """The latest figures by name, such as ``train/loss``."""
        return {}

    def save(self):
        """All that ``begin``, ``act`` and ``observe`` have made of it, as bytes. Asked for between any two steps."""
        raise NotImplementedError(f"{type(self).__name__}.save()")

    def load(self, state):
        """Takes over what ``save`` returned; ``begin`` was called before."""
        raise NotImplementedError(f"{type(self).__name__}.load(state)")


def learners_of(learners, learner):
    """Learners by agent, of a problem under the empty name, from the two ways to give them.

    :raises UsageError: if one is no learner
    """
    if learners and learner is not None:
        raise UsageError("learners: expected none where learner, that of a problem, is given")
    given = {"": learner} if learner is not None else dict(learners or {})
    for agent, each in given.items():
        if not isinstance(each, Learner):
            raise UsageError(f"learners: {agent + ': ' if agent else ''}expected a catallaxy.Learner, found {each!r}")
    if len({id(each) for each in given.values()}) < len(given):
        raise UsageError("learners: expected an object for each agent, found one for several")
    return given


def train(scenario, settings, overrides, learners, seed, out):
    """The program's answer to a training with learners in Python."""
    words = assignments(settings, overrides)
    return _taught(
        learners, task="train", scenario=str(scenario), settings=words, seed=seed, out=str(Path(out or "runs")),
        command=_command(scenario, words, learners, seed),
    )  # fmt: skip


def _command(scenario, words, learners, seed):
    seated = [f"learners.{agent}.algorithm=python" if agent else "learner=python" for agent in learners]
    return shlex.join(["catallaxy", "train", str(scenario), *words, *seated, *(["--seed", str(seed)] if seed is not None else [])])


def resume(folder, learners):
    """The same for a training that goes on."""
    return _taught(learners, task="resume", folder=str(folder))


def evaluate(checkpoint, scenario, settings, overrides, learners, episodes, seed):
    """The program's answer to an evaluation with learners in Python."""
    return _taught(
        learners,
        task="evaluate",
        folder=str(checkpoint),
        scenario=None if scenario is None else str(scenario),
        settings=assignments(settings, overrides),
        episodes=100 if episodes is None else episodes,
        seed=1 if seed is None else seed,
    )


def _taught(learners, **request):
    bridge = Bridge({"request": "open", "environment": "learning", "agents": list(learners), **request})
    try:
        for warning in bridge.opened["warnings"]:
            warnings.warn(warning, stacklevel=5)
        asked = [_Asked(bridge, learners[each["agent"]], each) for each in bridge.opened["learners"]]
        with _stopping(bridge.words("interrupt")):
            answer = _answered(bridge, asked)
        for warning in answer.pop("warnings"):
            warnings.warn(warning, stacklevel=5)
        return answer
    finally:
        bridge.close()


def _answered(bridge, learners):
    """Answers what the program asks until it is through, and returns its summary."""
    command, whose, count = bridge.words("command"), bridge.words("learner"), bridge.words("rows")
    finished, raised = bridge.words("finished"), bridge.words("raised")
    bridge.turn()
    while not finished[0]:
        asked = learners[whose[0]]
        try:
            asked.calls[command[0]](count[0])
        except BaseException as error:
            interrupted = isinstance(error, KeyboardInterrupt)
            bridge.tell(json.dumps({"raised": "interrupted in Python" if interrupted else asked.told(error)}).encode())
            raised[0] = INTERRUPTED if interrupted else RAISED
            with contextlib.suppress(Exception):
                bridge.turn()
            raise
        bridge.turn()
    return bridge.receive()


class _Asked:
    """One learner, and the memory in which it is asked."""

    def __init__(self, bridge, learner, of):
        self._bridge = bridge
        self._learner = learner
        self._components = components(of["components"])
        self._space = action_space(self._components, np.float32)
        self._arrays = bridge.arrays
        seen = features(of["features"])
        self.spec = LearnerSpec(
            of["agent"], of["worlds"], of["totalSteps"], of["seed"], seen, self._components, len(seen), len(self._components), of["maskSize"]
        )
        self.calls = (self._begin, self._act, self._observe, self._policy, self._metrics, self._save, self._load)

    def told(self, error):
        """What the program writes down of an exception."""
        whose = f"the learner of {self.spec.agent}" if self.spec.agent else "the learner"
        return f"{whose} raised {type(error).__name__}: {error}"

    def _rows(self, name, count, size):
        return self._arrays[name][: count * size].reshape(count, size)

    def _begin(self, _):
        self._learner.begin(self.spec)

    def _act(self, count):
        self._decide(self._learner.act, count)

    def _policy(self, count):
        self._decide(self._learner.policy, count)

    def _decide(self, decide, count):
        observations = self._rows("observations", count, self.spec.observation_size).copy()
        masks = self._rows("masks", count, self.spec.mask_size).astype(bool)
        actions = decide(observations, masks)
        try:
            numbers = rows(actions, self._components, self._space, (count,))
        except UsageError as wrong:
            whose = f"learner of {self.spec.agent}: " if self.spec.agent else "learner: "
            raise UsageError(f"{whose}{decide.__name__}: {wrong}") from None
        self._rows("actions", count, self.spec.action_size)[...] = numbers

    def _observe(self, count):
        arrays = self._arrays
        self._learner.observe(
            self._rows("observations", count, self.spec.observation_size).copy(),
            arrays["rewards"][:count].copy(),
            arrays["terminated"][:count].astype(bool),
            arrays["truncated"][:count].astype(bool),
        )

    def _metrics(self, _):
        figures = {str(name): float(value) for name, value in self._learner.metrics().items()}
        self._bridge.tell(json.dumps({name: value for name, value in figures.items() if math.isfinite(value)}).encode())

    def _save(self, _):
        state = self._learner.save()
        if not isinstance(state, (bytes, bytearray, memoryview)):
            raise UsageError(f"{type(self._learner).__name__}.save(): expected bytes, found {type(state).__name__}")
        self._bridge.tell(STATE + base64.b64encode(state))

    def _load(self, _):
        self._learner.load(base64.b64decode(self._bridge.line()[len(STATE) :]))


@contextlib.contextmanager
def _stopping(word):
    """Where Ctrl-C would end Python, the first one stops the training at a checkpoint; a second one ends it at once."""
    here = threading.current_thread() is threading.main_thread()
    if not here or signal.getsignal(signal.SIGINT) is not signal.default_int_handler:
        yield
        return

    def stop(number, frame):
        if word[0]:
            raise KeyboardInterrupt
        word[0] = 1

    signal.signal(signal.SIGINT, stop)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, signal.default_int_handler)
