"""Policies of Python in the seats of whole runs."""

import json
import unittest
from pathlib import Path

import numpy as np

import catallaxy
from catallaxy import _program
from tests import simulated

HOUR = {"duration": "20 m", "agents.maker.cadence": "1 m"}


def quote(observation):
    """Quotes 5 bp around the mid-price where it has an effect, and holds at every fifth epoch."""
    if observation.epoch % 5 == 4:
        return None
    action = np.array([each.neutral for each in observation.components])
    return np.where([each.name.endswith("offset_bps") for each in observation.components], 5, np.maximum(action, 1))


class SeatsTest(unittest.TestCase):
    def run_it(self, agents, name, scenario="two-chains", settings=HOUR, **keywords):
        return catallaxy.run(scenario, settings, seed=1, agents=agents, out=simulated.folder() / name, **keywords)

    def test_a_run_is_an_ordinary_one_and_is_replayed_without_python(self):
        run = self.run_it({"maker": quote}, "quoted")
        self.assertEqual(run.summary.agents["maker"]["policy"], "python")
        self.assertEqual(run.status, "completed")
        self.assertTrue(_program.ask(["replay", run.folder])["identical"])
        self.assertIn("agents.maker.policy.kind=python", (Path(run.folder) / "command.txt").read_text())

    def test_it_is_the_run_that_the_same_decisions_make_step_by_step(self):
        seen = []

        def noting(observation):
            seen.append((observation.epoch, observation.time))
            return quote(observation)

        run = self.run_it({"maker": noting}, "noted")
        market = catallaxy.parallel("two-chains", ["maker"], HOUR)
        self.addCleanup(market.close)
        observations, infos = market.reset(seed=1)
        while market.agents:
            components = market.components("maker")
            due = catallaxy._seats.Observation(1)
            due.epoch, due.components = infos["maker"]["epoch"], components
            observations, _, _, _, infos = market.step({"maker": quote(due)})
        self.assertEqual(market.digest(), run.digest)
        self.assertEqual(seen[:3], [(0, 0), (1, 60), (2, 120)])

    def test_features_have_names(self):
        seen = {}

        def look(observation):
            seen["inventory"] = observation.value("inventory")
            seen["names"] = [each.name for each in observation.features]
            seen["shape"] = observation.shape
            with self.assertRaisesRegex(catallaxy.UsageError, "expected one of .* found 'stock'"):
                observation.value("stock")

        self.run_it({"maker": look}, "looked", settings={"duration": "1 m"})
        self.assertEqual(seen["inventory"], 0)
        self.assertEqual(seen["shape"], (len(seen["names"]),))

    def test_what_a_policy_raises_ends_the_run_and_its_folder_says_so(self):
        def failing(observation):
            if observation.epoch == 3:
                raise ZeroDivisionError("of mine")

        with self.assertRaisesRegex(ZeroDivisionError, "of mine"):
            self.run_it({"maker": failing}, "failed")
        folder = next((simulated.folder() / "failed").iterdir())
        self.assertEqual(json.loads((folder / "manifest.json").read_text())["status"], "interrupted")

    def test_an_action_that_is_none_is_told_with_its_component(self):
        with self.assertRaisesRegex(catallaxy.UsageError, "expected the shape"):
            self.run_it({"maker": lambda observation: [1]}, "wrong")

    def test_mistakes_are_told_before_anything_is_written(self):
        for agents, keywords, expected in [
            ({"makr": quote}, {}, "expected one of arb, fund, maker, risk, found makr; did you mean maker"),
            ({"maker": 5}, {}, "agents: maker: expected a function of an observation, found 5"),
            ({"maker": quote}, {"driver": "actors"}, "expected none of driver"),
        ]:
            with self.subTest(agents=agents), self.assertRaisesRegex(catallaxy.UsageError, expected):
                self.run_it(agents, "nothing", **keywords)
        self.assertFalse((simulated.folder() / "nothing").exists())

    def test_a_policy_in_python_needs_python(self):
        with self.assertRaisesRegex(catallaxy.UsageError, "agent maker: its policy is in Python; start the run there"):
            catallaxy.run("two-chains", {"agents.maker.policy.kind": "python"}, out=simulated.folder() / "alone")


if __name__ == "__main__":
    unittest.main()
