"""The interval of a mean against tables, the program's own, and its promise."""

import math
import unittest

import numpy

from catallaxy._statistics import interval, philox_words, student_quantile, student_share, whole_numbers
from tests import simulated


class IntervalTest(unittest.TestCase):
    def test_quantiles_are_those_of_the_tables(self):
        for freedom, expected in [(1, 12.706), (2, 4.303), (3, 3.182), (4, 2.776), (9, 2.262), (19, 2.093), (100, 1.984)]:
            self.assertAlmostEqual(student_quantile(0.975, freedom), expected, places=3)
        self.assertAlmostEqual(student_quantile(0.025, 7), -student_quantile(0.975, 7), places=9)

    def test_the_distribution_function_is_the_integral_of_the_density(self):
        for freedom in (1, 2, 3, 4, 7, 10):
            places = numpy.linspace(0, 1.7, 20_001)
            scale = math.gamma((freedom + 1) / 2) / math.sqrt(freedom * math.pi) / math.gamma(freedom / 2)
            density = scale * (1 + places**2 / freedom) ** (-(freedom + 1) / 2)
            area = ((density[1:] + density[:-1]) / 2 * numpy.diff(places)).sum()
            self.assertAlmostEqual(student_share(1.7, freedom), 0.5 + area, places=7)

    def test_it_is_the_programs_interval(self):
        runs, group = simulated.five_seeds(), simulated.swept().groups[0]
        told = {(each["id"], each["figure"]): (each["low"], each["high"]) for each in group["agents"]}
        for name in ("pnl", "pnlOverHolding", "fills", "maxDrawdown", "attribution.spread"):
            for agent in ("maker", "arb"):
                low, high = told[agent, name]
                numpy.testing.assert_allclose(runs.interval(agent, name), (low, high), rtol=1e-9, atol=1e-9 * (high - low))

    def test_skewed_values_reach_further_on_the_side_of_their_tail(self):
        low, high = interval([1, 1.1, 1.2, 1.3, 9])
        mean = 2.72
        self.assertGreater(high - mean, 1.5 * (mean - low))

    def test_of_a_hundred_intervals_ninety_five_hold_the_mean(self):
        draws = numpy.random.default_rng(1)
        for seeds in (3, 5, 10):
            held = sum(low <= 3 <= high for low, high in (interval(draws.normal(3, 2, seeds)) for _ in range(600)))
            self.assertTrue(0.93 <= held / 600 <= 0.98, held)

    def test_what_is_not_defined_does_not_count(self):
        self.assertEqual(interval([1.0, math.nan, 2.0, 4.0]), interval([1.0, 2.0, 4.0]))

    def test_one_value_says_nothing_of_its_spread(self):
        self.assertEqual(interval([1.0]), (-math.inf, math.inf))

    def test_few_values_have_students_interval(self):
        low, high = interval([1.0, 2.0, 4.0])
        self.assertAlmostEqual((high - low) / 2, 4.30265273 * numpy.std([1, 2, 4], ddof=1) / 3**0.5, places=6)

    def test_equal_values_give_no_width(self):
        self.assertEqual(interval([2.0] * 6), (2.0, 2.0))

    def test_random_words_are_those_of_philox(self):
        def encrypted(low, high):
            key = 0
            for _ in range(10):
                product = 0xD2B74407B1CE6E93 * low
                low, high = product >> 64 ^ key ^ high, product % 2**64
                key = (key + 0x9E3779B97F4A7C15) % 2**64
            return [low, high]

        path = 0xCBF29CE484222325
        for character in "a/b":
            path = (path ^ ord(character)) * 0x100000001B3 % 2**64
        expected = encrypted(0, path) + encrypted(1, path) + encrypted(2, path)
        self.assertEqual([int(word) for word in philox_words("a/b", 6)], expected)
        self.assertEqual(list(whole_numbers("a/b", 7, 6)), [(word >> 32) * 7 >> 32 for word in expected])

    def test_a_level_that_is_no_share_is_refused(self):
        with self.assertRaisesRegex(ValueError, "level"):
            interval([1.0, 2.0], level=95)


if __name__ == "__main__":
    unittest.main()
