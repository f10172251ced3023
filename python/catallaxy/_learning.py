"""Trainings of the program's own learners from Python."""

from . import _learners, _program
from ._errors import UsageError
from ._folders import Summary, Training
from ._opening import open
from ._settings import assignments


def train(
    scenario, settings=None, *, learners=None, seed=None, out=None, device=None, classpath=None, progress=False, **overrides
):
    """Trains the learner of a problem, or the learners of a market, and returns what it leaves.

    ``catallaxy.train("solved/cartea-jaimungal", learner="a2c", seed=2).scores["ratio"]``

    :param learners: agent → :class:`Learner` of your own; ``learner=`` is that of a problem. The market's other learners learn beside them
    :param device: where networks are computed: ``auto``, ``cpu`` or ``gpu``
    :return: the training; the other parameters are those of ``run``. An interruption saves a checkpoint, from which ``resume`` goes on
    :rtype: Training
    """
    own = _learners.learners_of(learners, _own(overrides))
    if own:
        _refuse(classpath, progress)
        if device is not None:
            overrides["training__device"] = device
        return Training(_learners.train(scenario, settings, overrides, own, seed, out)["runFolder"])
    options = _program.options(seed=seed, out=out, device=device, classpath=classpath)
    answer = _program.ask(["train", scenario, *assignments(settings, overrides), *options], progress)
    return Training(answer["runFolder"])


def evaluate(
    checkpoint, scenario=None, settings=None, *, learners=None, episodes=None, seed=None, classpath=None, progress=False, **overrides
):
    """Scores a checkpoint in new episodes, without exploration and learning.

    :param checkpoint: a ``Training``, its folder, or the folder of a checkpoint
    :param scenario: another one to play in than that of the training
    :param learners: agent → :class:`Learner`, or ``learner=`` of a problem, where it learned in Python: it is loaded from the checkpoint
    :param episodes: how many; 100 where it is None
    :param seed: of the episodes; 1 where it is None
    :return: the program's answer: ``evaluation`` and ``referee`` of a problem, ``learners`` of a market
    :rtype: Summary
    """
    own = _learners.learners_of(learners, _own(overrides))
    if own:
        _refuse(classpath, progress)
        return Summary(_learners.evaluate(_path(checkpoint), scenario, settings, overrides, own, episodes, seed))
    place = [] if scenario is None else [scenario]
    options = _program.options(episodes=episodes, seed=seed, classpath=classpath)
    return Summary(_program.ask(["evaluate", _path(checkpoint), *place, *assignments(settings, overrides), *options], progress))


def resume(folder, *, learners=None, learner=None, classpath=None, progress=False):
    """Goes on with a training or a sweep that was interrupted or killed, and returns what it leaves.

    :param folder: a ``Training``, a ``Sweep``, or the folder of one
    :param learners: agent → :class:`Learner`, or ``learner`` of a problem, where a training has them in Python
    """
    own = _learners.learners_of(learners, learner)
    if own:
        _refuse(classpath, progress)
        _learners.resume(_path(folder), own)
        return open(_path(folder))
    _program.ask(["resume", _path(folder), *_program.options(classpath=classpath)], progress)
    return open(_path(folder))


def _own(overrides):
    """The learner of a problem, where it is an object and not the name of one of the program's."""
    named = overrides.get("learner") is None or isinstance(overrides["learner"], str)
    return None if named else overrides.pop("learner")


def _refuse(classpath, progress):
    if classpath or progress:
        raise UsageError("learners: expected neither classpath nor progress where learners are in Python")


def _path(given):
    return getattr(given, "folder", given)
