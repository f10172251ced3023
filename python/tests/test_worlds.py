"""Worlds of solved problems and of a market's seat: one of them, and many."""

import atexit
import functools
import unittest

import numpy as np

import catallaxy

from . import restated
from .restated import same

try:
    from gymnasium.utils.env_checker import check_env
except ImportError:
    check_env = None

SEAT = {"duration": "20 m", "agents.maker.cadence": "1 m"}


@functools.lru_cache(maxsize=None)
def problem(name):
    """One world of a problem, which several tests use one after the other."""
    world = catallaxy.make(f"solved/{name}")
    atexit.register(world.close)
    return world


@functools.lru_cache(maxsize=None)
def problems(name, num_envs):
    """Worlds of a problem, which several tests use one after the other."""
    worlds = catallaxy.vector(f"solved/{name}", num_envs=num_envs)
    atexit.register(worlds.close)
    return worlds


class WorldTest(unittest.TestCase):
    def make(self, *arguments, **keywords):
        world = catallaxy.make(*arguments, **keywords)
        self.addCleanup(world.close)
        return world

    def test_problems_keep_what_gymnasium_asks_for(self):
        for name in ("cart-pole", "cartea-jaimungal", "pendulum", "merton"):
            with self.subTest(name):
                world = problem(name)
                self.assertGreater(restated.check_world(self, world, 600), 0)

    @unittest.skipUnless(check_env, "Gymnasium is not installed")
    def test_gymnasiums_own_check_passes(self):
        for name in ("cart-pole", "cartea-jaimungal"):
            with self.subTest(name):
                check_env(problem(name), skip_render_check=True, skip_close_check=True)
        check_env(self.make("two-chains", agent="maker", settings=SEAT), skip_render_check=True, skip_close_check=True)

    def test_a_seed_gives_the_same_course_over_many_episodes(self):
        one, other = problem("cartea-jaimungal"), self.make("solved/cartea-jaimungal")
        first = restated.course(one, 5, 450)
        self.assertTrue(same(first, restated.course(other, 5, 450)))
        self.assertTrue(same(first, restated.course(one, 5, 450)))
        self.assertFalse(same(first, restated.course(one, 6, 450)))

    def test_episodes_that_follow_each_other_differ(self):
        world = problem("cart-pole")
        starts = [world.reset(seed=3)[0]] + [world.reset()[0] for _ in range(5)]
        self.assertEqual(len({start.tobytes() for start in starts}), 6)

    def test_the_end_shows_the_last_observation_and_reset_the_next_first_one(self):
        world = problem("cartea-jaimungal")
        world.reset(seed=1)
        for step in range(100):
            observation, _, terminated, truncated, _ = world.step(np.array([1, 1], np.float32))
            self.assertEqual((terminated, truncated), (step == 99, False))
        self.assertEqual(observation[1], 0)
        self.assertEqual(world.reset()[0][1], 1)

    def test_actions_may_be_arrays_lists_or_a_number(self):
        world = problem("cartea-jaimungal")
        answers = []
        for action in (np.array([1, 2], np.float32), np.array([1, 2]), [1, 2], (1.0, 2.0)):
            world.reset(seed=4)
            answers.append([world.step(action) for _ in range(20)])
        self.assertTrue(all(same(answers[0], each) for each in answers))
        choosing = problem("cart-pole")
        for action in (1, np.int64(1), np.array([1]), np.array(1)):
            choosing.reset(seed=4)
            answers.append(choosing.step(action))
        self.assertTrue(all(same(answers[4], each) for each in answers[5:]))

    def test_actions_outside_the_space_are_refused_with_their_component(self):
        world = problem("cartea-jaimungal")
        world.reset(seed=1)
        for action, expected in [
            ([1], r"expected the shape \(2,\), found \(1,\)"),
            (np.ones(3), r"expected the shape \(2,\), found \(3,\)"),
            (np.ones((1, 2)), r"expected the shape \(2,\), found \(1, 2\)"),
            ([1, 4.5], "bid_depth: expected a number from 0.0 to 4.0 price, found 4.5"),
            (np.array([-0.1, 1]), "ask_depth: expected a number from 0.0 to 4.0 price, found -0.1"),
            (np.array([1, np.nan]), "bid_depth: expected a number .* found nan"),
            ("buy", "expected one of Box"),
            (None, "expected"),
        ]:
            with self.subTest(action=action), self.assertRaisesRegex(catallaxy.UsageError, expected):
                world.step(action)
        world.step(np.array([0, 4], np.float32))
        choosing = problem("cart-pole")
        choosing.reset(seed=1)
        for action in (2, -1, 0.5, [0, 1], "left"):
            with self.subTest(action=action), self.assertRaises(catallaxy.UsageError):
                choosing.step(action)

    def test_a_step_needs_a_reset_before_it(self):
        world = self.make("solved/cartea-jaimungal")
        with self.assertRaisesRegex(catallaxy.CatallaxyError, "reset comes first"):
            world.step(np.ones(2))
        world.reset(seed=1)
        while not world.step(np.ones(2, np.float32))[2]:
            pass
        with self.assertRaisesRegex(catallaxy.CatallaxyError, "reset comes first: the episode is over"):
            world.step(np.ones(2))

    def test_seeds_that_are_none_are_refused(self):
        world = problem("cart-pole")
        for seed in (-1, 1.5, "one", 2**63):
            with self.subTest(seed=seed), self.assertRaisesRegex(catallaxy.UsageError, "seed: expected"):
                world.reset(seed=seed)

    def test_what_numbers_mean_is_told(self):
        world = problem("cartea-jaimungal")
        self.assertEqual([each.name for each in world.features()], ["inventory_share", "time_remaining_share"])
        self.assertEqual(world.components()[0], ("ask_depth", "price", 0, 4, 4, None))
        self.assertEqual(problem("cart-pole").components()[0].labels, ["left", "right"])
        self.assertEqual(world.observation_space.shape, (2,))
        self.assertEqual(world.observation_space.dtype, np.float32)
        self.assertEqual(world.metadata["name"], "cartea-jaimungal")

    def test_the_mask_says_which_quote_has_an_effect(self):
        world = self.make("solved/cartea-jaimungal", settings={"problem.maxInventory": 1, "problem.initialInventory": 1})
        seen = set()
        for seed in range(20):
            observation, info = world.reset(seed=seed)
            seen.add((float(observation[0]), tuple(info["action_mask"].tolist())))
        self.assertEqual(seen, {(-1.0, (0, 1)), (0.0, (1, 1)), (1.0, (1, 0))})

    def test_the_optimum_scores_a_policy(self):
        optimum = catallaxy.optimum("solved/cartea-jaimungal")
        self.assertAlmostEqual(optimum.value, 5.1084, places=4)
        self.assertIn("Jaimungal", optimum.name)
        self.assertEqual(optimum.ratio(optimum.value / 2), 0.5)
        pendulum = catallaxy.optimum("solved/pendulum")
        self.assertLess(pendulum.value, 0)
        self.assertAlmostEqual(pendulum.ratio(2 * pendulum.value), 0.5)
        with self.assertRaisesRegex(catallaxy.UsageError, "no known optimum"):
            self.make("two-chains", agent="maker", settings=SEAT).referee()

    def test_the_best_quotes_earn_the_optimum(self):
        """With the depths of the closed form for a far horizon, 1/κ and no skew, less; the mean of many worlds tells."""
        worlds = catallaxy.vector("solved/cartea-jaimungal", num_envs=4000)
        self.addCleanup(worlds.close)
        optimum = worlds.referee()
        returns = {}
        for name, quotes in (("flat", lambda q: (1 + 0 * q, 1 + 0 * q)), ("skewed", lambda q: (1 - 0.45 * q, 1 + 0.45 * q))):
            observations, _ = worlds.reset(seed=7)
            total = np.zeros(4000)
            for _ in range(100):
                ask, bid = quotes(10 * observations[:, 0])
                actions = np.clip(np.stack([ask, bid], axis=1), 0, 4)
                observations, rewards, _, _, _ = worlds.step(actions)
                total += rewards
            returns[name] = total.mean()
        self.assertLess(returns["flat"], returns["skewed"])
        self.assertGreater(optimum.ratio(returns["skewed"]), 0.9)
        self.assertLess(optimum.ratio(returns["skewed"]), 1.03)


class WorldsTest(unittest.TestCase):
    def vector(self, *arguments, **keywords):
        worlds = catallaxy.vector(*arguments, **keywords)
        self.addCleanup(worlds.close)
        return worlds

    def test_problems_keep_what_gymnasium_asks_for(self):
        for name in ("cart-pole", "cartea-jaimungal", "mountain-car", "deleveraging"):
            with self.subTest(name):
                worlds = problems(name, 3)
                self.assertGreater(restated.check_worlds(self, worlds, 600), 0)

    def test_a_seat_of_a_market_is_a_vector_of_worlds(self):
        worlds = self.vector("two-chains", agent="maker", num_envs=2, settings=SEAT)
        self.assertEqual(restated.check_worlds(self, worlds, 45), 4)
        self.assertTrue(all(each.name.startswith("residual.") for each in worlds.components()))

    def test_the_reset_mode_is_told(self):
        worlds = problems("cart-pole", 3)
        self.assertEqual(worlds.metadata["autoreset_mode"].value, "SameStep")
        self.assertEqual(worlds.single_observation_space.shape, (4,))
        self.assertEqual(worlds.observation_space.shape, (3, 4))
        self.assertEqual(worlds.action_space.shape, (3,))

    def test_a_world_has_chance_of_its_own_whatever_their_number(self):
        two, three = self.vector("solved/cartea-jaimungal", num_envs=2), problems("cartea-jaimungal", 3)
        quotes = np.ones((3, 2), np.float32)
        one = [two.reset(seed=9)[0]] + [two.step(quotes[:2])[0] for _ in range(150)]
        other = [three.reset(seed=9)[0]] + [three.step(quotes)[0] for _ in range(150)]
        self.assertTrue(all(same(a, b[:2].copy()) for a, b in zip(one, other)))
        self.assertFalse(all(same(b[0], b[1]) for b in other))

    def test_the_first_of_many_is_the_one_alone(self):
        world = problem("cartea-jaimungal")
        worlds = problems("cartea-jaimungal", 3)
        world.reset(seed=2), worlds.reset(seed=2)
        for _ in range(99):
            alone = world.step(np.array([0.5, 1.5], np.float32))
            first = worlds.step(np.tile(np.array([0.5, 1.5], np.float32), (3, 1)))
            self.assertTrue(same(alone[0], first[0][0]))
            self.assertEqual(alone[1], first[1][0])

    def test_seeds_may_be_a_list_of_numbers_in_a_row(self):
        worlds = problems("cart-pole", 3)
        self.assertTrue(same(worlds.reset(seed=5)[0], worlds.reset(seed=[5, 6, 7])[0]))
        with self.assertRaisesRegex(catallaxy.UsageError, "seed: expected a number"):
            worlds.reset(seed=[5, 5, 5])
        with self.assertRaisesRegex(catallaxy.UsageError, "reset_mask"):
            worlds.reset(options={"reset_mask": [True, False, False]})

    def test_wrong_actions_are_refused_with_their_world(self):
        worlds = self.vector("solved/cartea-jaimungal", num_envs=3)
        with self.assertRaisesRegex(catallaxy.CatallaxyError, "reset comes first"):
            worlds.step(np.ones((3, 2)))
        worlds.reset(seed=1)
        with self.assertRaisesRegex(catallaxy.UsageError, r"expected the shape \(3, 2\), found \(2,\)"):
            worlds.step(np.ones(2))
        actions = np.ones((3, 2))
        actions[2, 0] = np.inf
        with self.assertRaisesRegex(catallaxy.UsageError, "ask_depth of world 2: expected a number from 0.0 to 4.0 price, found inf"):
            worlds.step(actions)
        choosing = problems("cart-pole", 3)
        choosing.reset(seed=1)
        with self.assertRaisesRegex(catallaxy.UsageError, "expected a number from 0 to 1"):
            choosing.step([0, 1, 2])
        choosing.step(np.array([0, 1, 1]))

    def test_what_was_returned_stays_as_it_was(self):
        worlds = self.vector("solved/cartea-jaimungal", num_envs=2)
        first, info = worlds.reset(seed=1)
        kept, mask = first.copy(), info["action_mask"].copy()
        for _ in range(120):
            worlds.step(np.zeros((2, 2)))
        worlds.close()
        self.assertTrue(same(first, kept))
        self.assertTrue(same(info["action_mask"], mask))


if __name__ == "__main__":
    unittest.main()
