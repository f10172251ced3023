"""Learners of Python in trainings of a problem and of a market."""

import hashlib
import os
import subprocess
import sys
import time
import unittest
from pathlib import Path

import numpy as np

import catallaxy
from tests import simulated
from tests.learners import CrossEntropy, Neutral

CART = {
    "training.steps": 60_000,
    "training.worlds": 64,
    "training.evaluation-every": 30_000,
    "training.checkpoint-every": 20_000,
    "training.final-episodes": 40,
}
MARKET = {
    "duration": "20 m",
    "agents.fund.cadence": "1 m",
    "agents.risk.cadence": "1 m",
    "learners.fund.settings.rollout-length": 10,
    "learners.risk.settings.rollout-length": 10,
    "training.rounds": 2,
    "training.worlds": 2,
    "training.checkpoint-every": 1,
    "training.evaluation-episodes": 1,
    "training.final-episodes": 2,
}


def cart(learner, name, seed=1, steps=CART["training.steps"]):
    settings = dict(CART, **{"training.steps": steps})
    return catallaxy.train("solved/cart-pole", settings, learner=learner, seed=seed, out=simulated.folder() / name)


def digests(training):
    return [hashlib.sha256((training.checkpoint / file).read_bytes()).hexdigest() for file in ("tensors.safetensors", "state.bin")]


class ProblemTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.learner = CrossEntropy()
        cls.training = cart(cls.learner, "cart")

    def test_it_learns(self):
        before = cart(CrossEntropy(), "cart-before", steps=64).scores["attained"]
        self.assertLess(before, 60)
        self.assertGreater(self.training.scores["attained"], 10 * before)

    def test_its_folder_is_that_of_any_training(self):
        self.assertEqual((self.training.status, self.training.seed), ("completed", 1))
        self.assertEqual(self.training.summary["algorithm"], "python")
        self.assertGreater(self.training.metrics["train/generations"][-1], 2)
        self.assertNotIn("train/none", self.training.metrics.columns)
        self.assertIn("learner=python", (Path(self.training.folder) / "command.txt").read_text())
        self.assertIn(self.training.checkpoint, self.training.checkpoints)

    def test_it_is_told_what_it_is_made_for(self):
        spec = self.learner.spec
        self.assertEqual((spec.agent, spec.num_envs, spec.total_steps, spec.seed), ("", 64, 60_000, 1))
        self.assertEqual([each.name for each in spec.features][0], "position")
        self.assertEqual((spec.observation_size, spec.action_size, spec.mask_size), (4, 1, 2))
        self.assertEqual(len(spec.components[0].labels), 2)

    def test_same_seed_same_checkpoint(self):
        self.assertEqual(digests(cart(CrossEntropy(), "cart-again")), digests(self.training))

    @simulated.long
    def test_another_seed_learns_too_and_something_else(self):
        other = cart(CrossEntropy(), "cart-2", seed=2)
        self.assertGreater(other.scores["attained"], 300)
        self.assertNotEqual(digests(other), digests(self.training))

    @simulated.long
    def test_a_new_object_takes_over_what_was_saved(self):
        new = CrossEntropy()
        answer = catallaxy.evaluate(self.training, learner=new, episodes=300, seed=9)
        self.assertEqual(answer["evaluation"]["episodes"], 300)
        self.assertGreater(answer["evaluation"]["mean"], 0.8 * self.training.scores["attained"])
        elsewhere = catallaxy.evaluate(self.training.checkpoint, "solved/cart-pole", {"problem.maxSteps": 30}, learner=new, episodes=5)
        self.assertLessEqual(elsewhere["evaluation"]["mean"], 30)

    def test_without_python_it_is_refused_in_one_message(self):
        where = r"learns in Python, which is to start this: catallaxy\.train"
        for attempt in (
            lambda: catallaxy.train("solved/cart-pole", learner="python", out=simulated.folder() / "refused"),
            lambda: catallaxy.evaluate(self.training),
        ):
            with self.assertRaisesRegex(catallaxy.UsageError, where):
                attempt()
        self.assertFalse((simulated.folder() / "refused").exists())

    def test_a_learner_of_nobody_is_refused(self):
        with self.assertRaisesRegex(catallaxy.UsageError, "expected a catallaxy.Learner, found 3"):
            catallaxy.train("solved/cart-pole", learner=3)
        with self.assertRaisesRegex(catallaxy.UsageError, "maker"):
            catallaxy.train("solved/cart-pole", learners={"maker": Neutral()})
        one = Neutral()
        with self.assertRaisesRegex(catallaxy.UsageError, "one for several"):
            catallaxy.train("two-chains", learners={"maker": one, "fund": one})
        with self.assertRaisesRegex(catallaxy.UsageError, "learners: expected the learner of a problem, found those of maker"):
            catallaxy.evaluate(self.training, learners={"maker": Neutral()})


class FaultTest(unittest.TestCase):
    def failed(self, learner, error, text, name):
        with self.assertRaisesRegex(error, text):
            cart(learner, name, steps=400)
        return catallaxy.open(next((simulated.folder() / name).iterdir()))

    def test_an_exception_is_its_own_and_the_folder_says_failed(self):
        class Odd(Neutral):
            def observe(self, *_):
                raise ZeroDivisionError("of mine")

        training = self.failed(Odd(), ZeroDivisionError, "of mine", "odd")
        self.assertEqual(training.status, "failed")
        self.assertIn("the learner raised ZeroDivisionError: of mine", training.manifest["reason"])

    def test_an_action_that_is_none_is_named(self):
        def giving(array):
            class Giving(Neutral):
                def act(self, observations, masks):
                    return array

            return Giving()

        shape = r"learner: act: action: expected the shape \(64, 1\), found \(3, 1\)"
        self.failed(giving(np.zeros((3, 1))), catallaxy.UsageError, shape, "shape")
        self.failed(giving(np.full((64, 1), np.nan)), catallaxy.UsageError, "push of world 0: .* found nan", "nan")

    @simulated.long
    def test_an_action_outside_the_bounds_is_named(self):
        class Giving(Neutral):
            def act(self, observations, masks):
                return np.full((64, 1), 2.0)

        bound = r"learner: act: action: push of world 0: expected a number from 0 to 1 1, found 2"
        self.failed(Giving(), catallaxy.UsageError, bound, "bound")

    def test_a_state_is_bytes(self):
        class Text(Neutral):
            def save(self):
                return "text"

        self.failed(Text(), catallaxy.UsageError, r"Text.save\(\): expected bytes, found str", "text")

    @simulated.long
    def test_a_large_state_comes_back(self):
        state = np.random.default_rng(1).bytes(20_000_001 if simulated.LONG else 2_000_001)

        class Large(Neutral):
            def save(self):
                return state

            def load(self, given):
                self.same = given == state

        training = cart(Large(), "large", steps=400)
        again = Large()
        catallaxy.evaluate(training, learner=again, episodes=1)
        self.assertTrue(again.same)


class MarketTest(unittest.TestCase):
    @simulated.long
    def test_it_learns_beside_learners_of_the_program(self):
        learner = Neutral()
        training = catallaxy.train("two-chains", MARKET, learners={"maker": learner}, seed=5, out=simulated.folder() / "beside")
        self.assertEqual(learner.spec.agent, "maker")
        self.assertEqual(learner.asked["act"], learner.asked["observe"])
        self.assertEqual((learner.asked["begin"], learner.asked["load"]), (1, 0), "what it is already is not loaded")
        self.assertEqual(sorted(training.scores), ["fund", "maker", "risk"])
        self.assertEqual(training.scores["maker"]["algorithm"], "python")
        new = Neutral()
        answer = catallaxy.evaluate(training, learners={"maker": new}, episodes=2, seed=3)
        self.assertEqual((new.asked["begin"], new.asked["load"], new.asked["act"]), (1, 1, 0))
        self.assertEqual([each["agent"] for each in answer["learners"]], ["fund", "maker", "risk"])
        with self.assertRaisesRegex(catallaxy.UsageError, "learners: expected those of maker, found those of fund"):
            catallaxy.evaluate(training, learners={"fund": Neutral()})

    def test_an_exception_in_an_evaluation_is_its_own_too(self):
        class Shy(Neutral):
            def policy(self, observations, masks):
                raise LookupError("no policy yet")

        out = simulated.folder() / "shy"
        with self.assertRaisesRegex(LookupError, "no policy yet"):
            catallaxy.train("two-chains", MARKET, learners={"maker": Shy()}, seed=5, out=out)
        training = catallaxy.open(next(out.iterdir()))
        self.assertIn("the learner of maker raised LookupError", training.manifest["reason"])

    @simulated.long
    def test_one_that_decides_for_too_long_is_named(self):
        class Slow(Neutral):
            def policy(self, observations, masks):
                time.sleep(2.5)
                return super().policy(observations, masks)

        settings = dict(MARKET, **{"faults.decision-timeout": "1 s"})
        with self.assertRaisesRegex(catallaxy.RunFailed, "agent maker hangs"):
            catallaxy.train("two-chains", settings, learners={"maker": Slow()}, seed=5, out=simulated.folder() / "slow")


SCRIPT = """
import catallaxy, os, signal
from tests.learners import CrossEntropy
from tests.test_learners import CART

class Interrupted(CrossEntropy):
    calls = 0

    def observe(self, *given):
        super().observe(*given)
        self.calls += 1
        if self.calls == {interrupted}:
            os.kill(os.getpid(), signal.SIGINT)

catallaxy.train("solved/cart-pole", dict(CART, **{{"training.steps": {steps}}}), learner=Interrupted(), seed=1, out={out!r})
"""


class StopTest(unittest.TestCase):
    """What is left where either side stops, and goes on from there."""

    def begun(self, name, steps=CART["training.steps"], interrupted=0):
        """A training in a Python of its own that has saved a checkpoint or is over; Ctrl-C comes after so many steps of all worlds."""
        out = simulated.folder() / name
        root = Path(catallaxy.__file__).parent.parent
        process = subprocess.Popen(
            [sys.executable, "-c", SCRIPT.format(steps=steps, out=str(out), interrupted=interrupted)],
            env=dict(os.environ, PYTHONPATH=str(root)),
            stderr=subprocess.PIPE,
            encoding="utf-8",
            start_new_session=True,
        )
        while process.poll() is None and not list(out.glob("*/checkpoints/step-*")):
            time.sleep(0.02)
        return process, out

    def resumed(self, out):
        training = catallaxy.open(next(out.iterdir()))
        after = catallaxy.resume(training, learner=CrossEntropy())
        self.assertEqual(after.status, "completed")
        return after

    def test_ctrl_c_saves_a_checkpoint_from_which_it_goes_on_bit_for_bit(self):
        process, out = self.begun("stopped", interrupted=500)
        _, said = process.communicate(timeout=120)
        self.assertIn("catallaxy._errors.Interrupted: interrupted, resumable", said)
        self.assertEqual(catallaxy.open(next(out.iterdir())).status, "interrupted")
        with self.assertRaisesRegex(catallaxy.UsageError, "learns in Python"):
            catallaxy.resume(next(out.iterdir()))
        self.assertEqual(catallaxy.open(next(out.iterdir())).status, "interrupted", "a refusal leaves the folder as it is")
        self.assertEqual(digests(self.resumed(out)), digests(cart(CrossEntropy(), "unstopped")))

    def test_where_python_is_killed_the_program_ends_and_the_folder_says_so(self):
        process, out = self.begun("killed", steps=5_000_000)
        process.kill()
        process.communicate()
        deadline = time.monotonic() + 60
        while catallaxy.open(next(out.iterdir())).status == "running" and time.monotonic() < deadline:
            time.sleep(0.1)
        self.assertEqual(catallaxy.open(next(out.iterdir())).status, "interrupted")

    @simulated.long
    def test_where_the_program_is_killed_python_is_told(self):
        class Killing(Neutral):
            def observe(self, *_):
                self.bridge_process.kill()

        learner = Killing()
        started = catallaxy._program.start

        def start(arguments, **options):
            learner.bridge_process = started(arguments, **options)
            return learner.bridge_process

        catallaxy._program.start = start
        try:
            with self.assertRaisesRegex(catallaxy.RunFailed, "was ended by signal 9"):
                cart(learner, "gone")
        finally:
            catallaxy._program.start = started


if __name__ == "__main__":
    unittest.main()
