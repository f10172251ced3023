"""Sweeps from Python: every combination under every seed, and their comparison."""

import unittest

import numpy

import catallaxy
from tests import simulated


class SweepTest(unittest.TestCase):
    def test_every_combination_is_run_under_every_seed(self):
        sweep = simulated.swept()
        self.assertEqual([group["n"] for group in sweep.groups], [5, 5])
        self.assertEqual(len({run.digest for run in sweep.runs()}), 10)
        self.assertEqual(list(sweep.runs({simulated.GAMMA: 0.005}).seeds), [5, 3, 4, 1, 2])
        self.assertIn("2 groups, 10 runs", repr(sweep))

    def test_figures_are_means_over_the_seeds_of_a_group(self):
        table = simulated.swept().figures.where(agent="maker", figure="pnl")
        self.assertEqual(list(table[simulated.GAMMA]), ["0.0005", "0.005"])
        for row in table:
            values = simulated.swept().runs({simulated.GAMMA: float(row[simulated.GAMMA])}).figure("maker", "pnl")
            self.assertAlmostEqual(row["mean"], values.mean())
            self.assertAlmostEqual(row["sd"], numpy.std(values, ddof=1))

    def test_differences_are_seed_by_seed(self):
        (row,) = simulated.swept().differences.where(agent="maker", figure="fills")
        averse = simulated.swept().runs({simulated.GAMMA: 0.005}).figure("maker", "fills")
        self.assertAlmostEqual(row["mean"], (averse - simulated.five_seeds().figure("maker", "fills")).mean())
        self.assertEqual((row[simulated.GAMMA], row["n"]), ("0.005", 5))

    def test_a_sweep_that_is_opened_again_says_the_same(self):
        again = catallaxy.open(simulated.swept().folder)
        self.assertIsInstance(again, catallaxy.Sweep)
        numpy.testing.assert_array_equal(again.figures["mean"], simulated.swept().figures["mean"])

    def test_settings_that_no_run_has_are_told(self):
        with self.assertRaisesRegex(KeyError, "no run of .* has the settings"):
            simulated.swept().runs({simulated.GAMMA: 7})

    def test_what_is_no_list_of_values_is_refused(self):
        for values in ("0.1,0.2", 3, {"a": 1}):
            with self.assertRaisesRegex(catallaxy.UsageError, "gamma: expected a list of values to try"):
                catallaxy.sweep("two-chains", {"gamma": values})


class TrainingSweepTest(unittest.TestCase):
    def test_trainings_are_compared_by_their_scores(self):
        sweep = catallaxy.sweep(
            "solved/merton", {"learner": ["ppo", "a2c"]}, seeds=[1, 2], out=simulated.folder() / "trainings", training__steps=2_000
        )
        self.assertEqual([group["n"] for group in sweep.groups], [2, 2])
        trainings = sweep.runs({"learner": "a2c"})
        self.assertEqual([training.seed for training in trainings], [1, 2])
        self.assertAlmostEqual(sweep.groups[1]["mean"], numpy.mean([training.scores["ratio"] for training in trainings]))
        self.assertTrue(sweep.report().is_file())


if __name__ == "__main__":
    unittest.main()
