"""Trainings from Python: scored, evaluated, interrupted and gone on with."""

import os
import signal
import subprocess
import sys
import time
import unittest
from pathlib import Path

import catallaxy
from tests import simulated

STEPS = 150_000
TRAINING = f"import catallaxy; catallaxy.train('solved/merton', training__steps={STEPS}, training__checkpoint_every=20000, out={{out!r}})"


class TrainingTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.training = catallaxy.train("solved/merton", {"training.steps": 5_000}, seed=2, out=simulated.folder() / "train")

    def test_a_problem_is_scored_against_its_optimum(self):
        scores = self.training.scores
        self.assertAlmostEqual(scores["ratio"], scores["attained"] / scores["optimum"])
        self.assertEqual((self.training.seed, self.training.status), (2, "completed"))

    def test_its_curves_are_a_frame(self):
        metrics = self.training.metrics
        self.assertEqual(metrics["step"][-1], self.training.summary["steps"])
        self.assertIn("rollout/ep_rew_mean", metrics.columns)

    def test_the_scored_checkpoint_is_evaluated_in_new_episodes(self):
        self.assertTrue((self.training.checkpoint / "tensors.safetensors").is_file())
        answer = catallaxy.evaluate(self.training, episodes=7, seed=9)
        self.assertEqual(answer["evaluation"]["episodes"], 7)
        self.assertEqual(answer["referee"]["ratio"], self.training.scores["ratio"])

    def test_its_folder_is_opened_as_a_training(self):
        again = catallaxy.open(self.training.folder)
        self.assertIsInstance(again, catallaxy.Training)
        self.assertEqual(again.scores, self.training.scores)

    def test_ctrl_c_saves_a_checkpoint_from_which_it_goes_on(self):
        out = simulated.folder() / "interrupted"
        words = [sys.executable, "-c", TRAINING.format(out=str(out))]
        root = Path(catallaxy.__file__).parent.parent
        environment = dict(os.environ, PYTHONPATH=str(root))
        process = subprocess.Popen(words, env=environment, stderr=subprocess.PIPE, encoding="utf-8", start_new_session=True)
        while process.poll() is None and not list(out.glob("*/metrics.jsonl")):
            time.sleep(0.1)
        process.send_signal(signal.SIGINT)
        _, said = process.communicate(timeout=120)
        self.assertIn("catallaxy._errors.Interrupted", said)
        training = catallaxy.open(next(out.iterdir()))
        self.assertEqual(training.status, "interrupted")
        steps = int(training.checkpoint.name.split("-")[1])
        self.assertTrue(0 < steps < STEPS, steps)
        after = catallaxy.resume(training)
        self.assertEqual(after.status, "completed")
        self.assertGreaterEqual(after.summary["steps"], STEPS)


if __name__ == "__main__":
    unittest.main()
