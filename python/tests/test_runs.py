"""Runs from Python: what is simulated is what was asked for, and the folder's figures are the program's."""

import json
import unittest

import numpy

import catallaxy
from tests import simulated


class RunTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.words = 'a maker, "quick" & grün; [x]'
        cls.run_of_3 = catallaxy.run(
            "two-chains",
            {"agents.maker.policy.gamma": 0.0002, "description": cls.words},
            seed=3,
            driver="batch",
            duration="20 m",
            out=simulated.folder() / "one",
        )

    def test_settings_reach_the_scenario_as_they_are(self):
        lines = (self.run_of_3.folder / "scenario.conf").read_text(encoding="utf-8").splitlines()
        values = dict(line.split(" = ", 1) for line in lines if " = " in line)
        self.assertEqual(json.loads(values["description"]), self.words)
        self.assertEqual(float(values["agents.maker.policy.gamma"]), 0.0002)
        self.assertEqual(self.run_of_3.summary["simulatedSeconds"], 1200)

    def test_another_setting_gives_another_run(self):
        self.assertNotEqual(self.run_of_3.digest, simulated.five_seeds()[1].digest)

    def test_the_answer_is_the_summary_of_its_folder(self):
        run = self.run_of_3
        self.assertEqual((run.seed, run.status, run.scenario), (3, "completed", "two-chains"))
        self.assertEqual(run.digest, run.summary["digest"])
        self.assertEqual(run.summary.agents["maker"]["role"], "market-maker")
        self.assertEqual(run.summary.venues["spot-ETH-USDC"]["kind"], "book")
        self.assertEqual(set(run.summary.chains), {"mainnet", "rollup"})
        self.assertIn("seed=3", repr(run))

    def test_figures_are_found_by_name(self):
        maker = self.run_of_3.summary.agents["maker"]
        self.assertEqual(self.run_of_3.figure("maker", "pnl"), maker["pnl"])
        self.assertEqual(self.run_of_3.figure("maker", "rewards.costs"), maker["rewards"]["costs"])
        self.assertTrue(numpy.isnan(self.run_of_3.figure("risk", "sharpe")))

    def test_wrong_names_are_told_with_the_nearest(self):
        with self.assertRaisesRegex(KeyError, "no agent 'makr' .did you mean maker"):
            self.run_of_3.figure("makr", "pnl")
        with self.assertRaisesRegex(KeyError, "no figure 'pnll' .*did you mean pnl"):
            self.run_of_3.figure("maker", "pnll")
        with self.assertRaisesRegex(KeyError, "role of agent maker is no number"):
            self.run_of_3.figure("maker", "role")

    def test_the_report_is_written_where_it_is_missing(self):
        page = self.run_of_3.folder / "report.html"
        self.assertFalse(page.exists())
        self.assertEqual(self.run_of_3.report(), page)
        self.assertIn("<html", page.read_text(encoding="utf-8"))

    def test_a_folder_is_opened_again(self):
        again = catallaxy.open(str(self.run_of_3.folder))
        self.assertIsInstance(again, catallaxy.Run)
        self.assertEqual(again.summary, self.run_of_3.summary)

    def test_what_is_no_run_folder_is_refused(self):
        with self.assertRaisesRegex(catallaxy.NotFound, "has no manifest.json"):
            catallaxy.open(simulated.folder())
        with self.assertRaisesRegex(catallaxy.NotFound, "does not exist"):
            catallaxy.open(simulated.folder() / "never-there")


class RunsTest(unittest.TestCase):
    def test_runs_are_in_the_order_of_their_seeds(self):
        runs = simulated.five_seeds()
        self.assertEqual(list(runs.seeds), [5, 3, 4, 1, 2])
        self.assertEqual(len({run.digest for run in runs}), 5)
        self.assertEqual([run.seed for run in runs[1:3]], [3, 4])

    def test_a_run_among_many_is_the_run_alone(self):
        alone = catallaxy.run("two-chains", {simulated.GAMMA: 0.0005}, seed=4, duration="20 m", out=simulated.folder() / "alone")
        self.assertEqual(alone.digest, simulated.five_seeds()[2].digest)
        self.assertEqual(alone.figure("maker", "pnl"), simulated.five_seeds()[2].figure("maker", "pnl"))

    def test_figures_are_arrays_over_seeds(self):
        runs = simulated.five_seeds()
        values = runs.figure("maker", "pnl")
        self.assertEqual(list(values), [run.summary.agents["maker"]["pnl"] for run in runs])
        self.assertAlmostEqual(runs.mean("maker", "pnl"), sum(values) / 5)
        low, high = runs.interval("maker", "pnl")
        self.assertTrue(low < values.mean() < high)

    def test_a_figure_that_no_run_defines_has_no_mean(self):
        self.assertTrue(numpy.isnan(simulated.five_seeds().mean("risk", "sharpe")))

    def test_the_table_of_figures_has_every_agent_of_every_seed(self):
        table = simulated.five_seeds().figures
        self.assertEqual(len(table), 5 * 4)
        self.assertEqual(list(table.where(agent="maker")["pnl"]), list(simulated.five_seeds().figure("maker", "pnl")))
        self.assertNotIn("role", table.columns)

    def test_a_mistake_is_told_with_the_programs_words(self):
        with self.assertRaisesRegex(catallaxy.UsageError, "gama.*did you mean.*gamma"):
            catallaxy.runs("two-chains", {"agents.maker.policy.gama": 1}, seeds=[1, 2], out=simulated.folder())

    def test_seeds_that_are_no_sample_are_refused(self):
        for seeds in ([], [1, 1]):
            with self.assertRaisesRegex(catallaxy.UsageError, "seeds: expected different ones"):
                catallaxy.runs("two-chains", seeds=seeds)


class CatalogueTest(unittest.TestCase):
    def test_scenarios_have_names_and_sentences(self):
        found = catallaxy.scenarios()
        self.assertIn("solved/cartea-jaimungal", found)
        self.assertIn("maker", found["two-chains"])

    def test_anything_that_has_a_name_is_described(self):
        self.assertIn("aversion", catallaxy.describe("agents.maker.policy.gamma"))


if __name__ == "__main__":
    unittest.main()
