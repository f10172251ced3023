"""Markets of scenarios as parallel environments."""

import tempfile
import unittest
from pathlib import Path

import numpy as np

import catallaxy

from . import restated, simulated
from .restated import same

try:
    from pettingzoo.test import parallel_api_test, parallel_seed_test
except ImportError:
    parallel_api_test = None

FAST = {"agents.maker.cadence": "1 m", "agents.arb.cadence": "30 s"}


class MarketTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.everybody = catallaxy.parallel("two-chains", settings=FAST, duration="20 m")
        cls.maker = catallaxy.parallel("two-chains", ["maker"], settings=FAST, duration="5 m")

    @classmethod
    def tearDownClass(cls):
        cls.everybody.close()
        cls.maker.close()

    def parallel(self, scenario="two-chains", agents=None, duration="30 m", **keywords):
        market = catallaxy.parallel(scenario, agents=agents, duration=duration, settings=FAST if scenario == "two-chains" else None, **keywords)
        self.addCleanup(market.close)
        return market

    def test_it_keeps_what_pettingzoo_asks_for(self):
        restated.check_market(self, self.everybody, 1000)
        restated.check_market(self, self.parallel(agents=["fund", "maker"]), 1000)

    @unittest.skipUnless(parallel_api_test, "PettingZoo is not installed")
    def test_pettingzoos_own_tests_pass(self):
        parallel_api_test(self.parallel(duration="5 m"), num_cycles=300)

    @simulated.long
    @unittest.skipUnless(parallel_api_test, "PettingZoo is not installed")
    def test_pettingzoos_own_test_of_seeds_passes(self):
        parallel_seed_test(lambda: self.parallel(duration="10 m"))

    def test_a_seed_gives_the_same_run_from_beginning_to_end(self):
        market = self.everybody
        first, state, digest = restated.run_of(market, 3)
        again = restated.run_of(market, 3)
        elsewhere = restated.run_of(self.parallel(duration="20 m"), 3)
        self.assertTrue(same((first, state, digest), again))
        self.assertTrue(same((first, state, digest), elsewhere))
        self.assertNotEqual(digest, restated.run_of(market, 4)[2])

    def test_an_agent_that_is_not_due_keeps_what_it_saw(self):
        market = self.everybody
        observations, infos = market.reset(seed=1)
        self.assertEqual([infos[agent]["due"] for agent in market.agents], [True] * 4)
        epochs = dict.fromkeys(market.agents, 0)
        while market.agents:
            before = observations
            observations, rewards, _, _, infos = market.step({})
            for agent, info in infos.items():
                if info["due"]:
                    epochs[agent] += 1
                    self.assertEqual(info["epoch"], epochs[agent])
                    self.assertAlmostEqual(sum(info["reward_terms"].values()), rewards[agent], places=6)
                else:
                    self.assertIs(observations[agent], before[agent])
                    self.assertEqual(rewards[agent], 0)
                    self.assertNotIn("reward_terms", info)
        self.assertEqual(epochs, {"arb": 41, "fund": 3, "maker": 21, "risk": 21}, "the end is one more")
        self.assertEqual(infos["maker"]["time"], 1200)

    def test_the_actions_of_who_is_not_due_are_ignored(self):
        digests = []
        market = self.parallel(agents=["arb", "fund"], duration="5 m")
        for extra in ({}, {"fund": [1, 1]}, {"fund": "nonsense"}):
            market.reset(seed=1)
            market.step({})
            while market.agents:
                market.step(extra)
            digests.append(market.digest())
        self.assertEqual(len(set(digests)), 1)

    def test_whoever_is_not_named_plays_the_scenarios_policy(self):
        """The run in which nobody is in Python but one who is not in the way has the digest of a run of the program's own."""
        market = self.parallel("bull-and-bear", agents=["trader"], duration="2 h")
        market.reset(seed=1)
        while market.agents:
            market.step({})
        own = catallaxy._program.ask(["run", "bull-and-bear", "duration=2 h", "--seed", "1", "--no-report", "--out", self.folder()])
        self.assertEqual(market.digest(), own["digest"])

    def folder(self):
        folder = tempfile.TemporaryDirectory(prefix="runs of a test ")
        self.addCleanup(folder.cleanup)
        return folder.name

    def test_actions_matter_and_are_those_of_the_spaces(self):
        digests = set()
        market = self.maker
        for offsets in (None, [0.0, 0.0, 1.0, 1.0], [5.0, 5.0, 1.0, 1.0]):
            market.reset(seed=1)
            low, high = market.action_space("maker").low, market.action_space("maker").high
            while market.agents:
                market.step({"maker": offsets and np.clip(offsets, low, high)})
            digests.add(market.digest())
        self.assertEqual(len(digests), 3)

    def test_bounds_take_what_32_bits_make_of_them(self):
        market = self.parallel("bull-and-bear", duration="1 h")
        market.reset(seed=1)
        space = market.action_space("trader")
        market.step({"trader": space.high.astype(np.float32)})
        market.step({"trader": space.low.astype(np.float32)})

    def test_wrong_actions_are_refused_with_their_component(self):
        market = self.maker
        market.reset(seed=1)
        size = len(market.components("maker"))
        first = market.components("maker")[0]
        for action, expected in [
            (np.zeros(size + 1), rf"expected the shape \({size},\), found \({size + 1},\)"),
            (np.full(size, first.high + 1), f"{first.name}: expected a number"),
            (np.full(size, np.nan), f"{first.name}: expected a number .* found nan"),
        ]:
            with self.subTest(action=action), self.assertRaisesRegex(catallaxy.UsageError, expected):
                market.step({"maker": action})
        with self.assertRaisesRegex(catallaxy.UsageError, "agent: expected one of maker, found 'makr'"):
            market.step({"makr": np.zeros(size)})
        market.step({"maker": np.array([each.neutral for each in market.components("maker")])})

    def test_after_the_end_comes_a_reset(self):
        market = self.parallel("bull-and-bear", duration="1 h")
        with self.assertRaisesRegex(catallaxy.CatallaxyError, "reset comes first$"):
            market.step({})
        market.reset(seed=1)
        while market.agents:
            _, _, terminations, truncations, _ = market.step({})
        self.assertEqual((terminations, truncations), ({"trader": False}, {"trader": True}))
        with self.assertRaisesRegex(catallaxy.CatallaxyError, "reset comes first: the run is over"):
            market.step({})
        market.reset()
        self.assertEqual(market.agents, ["trader"])

    def test_what_numbers_mean_is_told(self):
        market = self.maker
        names = [each.name for each in market.features("maker")]
        self.assertIn("inventory", names)
        self.assertEqual(market.observation_space("maker").shape, (len(names),))
        self.assertEqual(market.observation_space("maker").dtype, np.float64)
        self.assertEqual([each.unit for each in market.components("maker")][:1], ["bp"])
        self.assertEqual((market.cadence("maker"), market.role("maker")), (60, "market-maker"))
        with self.assertRaisesRegex(catallaxy.UsageError, "expected one of maker"):
            market.features("fund")

    def test_the_state_is_what_everybody_saw(self):
        everybody = self.everybody
        observations, _ = everybody.reset(seed=1)
        state = np.concatenate([observations[agent] for agent in everybody.possible_agents])
        self.assertTrue(same(everybody.state(), state))
        alone = self.parallel(agents=["risk"], duration="20 m")
        alone.reset(seed=1)
        self.assertTrue(same(alone.state(), state))
        self.assertEqual(alone.state_space.shape, state.shape)

    def test_mistakes_are_told_in_the_programs_words(self):
        for arguments, expected in [
            (("two-chainz",), "no such scenario: two-chainz; did you mean two-chains"),
            (("two-chains", ["makr"]), "expected one of arb, fund, maker, risk, found makr; did you mean maker"),
            (("two-chains", "maker"), "agents: expected a list of names, found the text 'maker'"),
            (("two-chains", None, {"durration": "1 h"}), "durration.*did you mean .duration"),
            (("solved/cart-pole",), "expected a scenario with a market"),
        ]:
            with self.subTest(arguments), self.assertRaisesRegex(catallaxy.UsageError, expected):
                catallaxy.parallel(*arguments)

    def test_a_scenario_may_lie_in_a_folder_with_blanks(self):
        file = Path(self.folder()) / "my scenario.conf"
        file.write_text('include "two-chains"\nname = blanks\nduration = 1 m\n')
        market = catallaxy.parallel(file, agents=["risk"])
        self.addCleanup(market.close)
        market.reset(seed=1)
        self.assertEqual(market.duration_seconds, 60)


if __name__ == "__main__":
    unittest.main()
