"""The examples, shortened: they run, and what they teach is learned."""

import contextlib
import importlib.util
import io
import os
import re
import unittest
from pathlib import Path
from unittest import mock

import numpy as np

import catallaxy
from tests import simulated

CHECKOUT = Path(__file__).resolve().parent.parent.parent
EXAMPLES = CHECKOUT / "python" / "examples"


def example(name):
    """An example as a module."""
    spec = importlib.util.spec_from_file_location(name, EXAMPLES / f"{name}.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


class NewcomerTest(unittest.TestCase):
    def test_the_newcomers_script_is_short_and_draws_a_plot(self):
        text = (EXAMPLES / "pnl_over_seeds.py").read_text(encoding="utf-8")
        code = text[text.index("import catallaxy") :]
        self.assertLessEqual(sum(bool(line.strip()) for line in code.splitlines()), 10)
        self.assertIn(code.strip(), (CHECKOUT / "README.md").read_text(encoding="utf-8"))
        self.addCleanup(os.chdir, Path.cwd())
        os.chdir(simulated.folder())

        def few(*arguments, **settings):
            made.append(runs(*arguments, **dict(settings, seeds=[1, 2], duration="5 m")))
            return made[0]

        runs, made = catallaxy.runs, []
        with mock.patch.object(catallaxy, "runs", few), contextlib.redirect_stdout(io.StringIO()) as printed:
            example("pnl_over_seeds")
        self.assertRegex(printed.getvalue(), r"pnl: mean -?[\d,]+, 95 % interval -?\d+ -?\d+\n")
        self.assertEqual({each.summary.agents["maker"]["policy"] for each in made[0]}, {"python"})
        self.assertIn("<polyline", (simulated.folder() / "pnl.svg").read_text(encoding="utf-8"))


class MakerTest(unittest.TestCase):
    def test_it_leans_against_its_inventory(self):
        seen = mock.Mock()
        seen.value.return_value = 10.0
        maker = example("maker")
        bid, ask, *sizes = maker.maker(seen)
        self.assertGreater(bid, ask)
        self.assertAlmostEqual((bid + ask) / 2, maker.DISTANCE)
        self.assertEqual(sizes, [1.0, 1.0])

    @simulated.long
    def test_it_is_compared_with_the_scenarios_day_by_day(self):
        self.addCleanup(os.chdir, Path.cwd())
        os.chdir(simulated.folder())
        with mock.patch("sys.argv", ["maker.py", "--seeds", "2", "--duration", "10 m"]), contextlib.redirect_stdout(io.StringIO()) as printed:
            example("maker").main()
        self.assertRegex(printed.getvalue(), r"by hand .*\nscenario's .*\ndifference .* of 2 days")


class PpoTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.ppo = example("ppo_cartea_jaimungal")

    def test_gradients_are_those_of_finite_differences(self):
        random = np.random.default_rng(1)
        network = self.ppo.Network([3, 5, 4, 2], 1.0, random)
        inputs, outwards = random.normal(size=(7, 3)), random.normal(size=(7, 2))
        network(inputs)
        gradients = network.gradients(outwards)
        for parameter, gradient in zip(network.weights + network.biases, gradients):
            place = tuple(size // 2 for size in parameter.shape)
            losses = []
            for shift in (1e-6, -2e-6):
                parameter[place] += shift
                losses.append((network(inputs) * outwards).sum())
            parameter[place] += 1e-6
            self.assertAlmostEqual(gradient[place], (losses[0] - losses[1]) / 2e-6, places=5)

    def test_advantages_stop_at_the_end_of_an_episode(self):
        rewards = np.array([[1.0], [2.0], [4.0]])
        values, following = np.array([[0.5], [0.5], [0.5]]), np.array([[0.5], [0.0], [8.0]])
        ended = np.array([[False], [True], [False]])
        found = self.ppo.advantages_of(rewards, values, following, ended, discount=1.0, trace=0.5)
        self.assertEqual(found.ravel().tolist(), [1.0 + 0.5 * 1.5, 1.5, 11.5])

    def test_what_is_drawn_is_cut_at_the_bounds(self):
        actions = self.ppo.Actions(mock.Mock(low=np.array([0.0, 0.0]), high=np.array([4.0, 2.0])))
        self.assertEqual(actions.of(np.array([[-3.0, 0.0], [1.0, 9.0]])).tolist(), [[0.0, 1.0], [4.0, 2.0]])

    def test_what_is_trained_is_scored(self):
        config = self.ppo.Config(seed=1, steps=16_000, episodes=500)
        attained, error = self.ppo.score(self.ppo.trained(config), config)
        self.assertTrue(error > 0 and np.isfinite(attained))

    @simulated.long
    def test_it_learns(self):
        config = self.ppo.Config(seed=1, steps=256_000, episodes=4_000)
        before, _ = self.ppo.score(self.ppo.trained(self.ppo.Config(seed=1, steps=0)), config)
        after, error = self.ppo.score(self.ppo.trained(config), config)
        self.assertGreater(after, before + 5 * error)


if __name__ == "__main__":
    unittest.main()
