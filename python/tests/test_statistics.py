"""The interval of a mean against tables, integration and its own promise."""

import math
import unittest

import numpy

from catallaxy._statistics import interval, student_quantile, student_share


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

    def test_of_a_hundred_intervals_ninety_five_hold_the_mean(self):
        draws = numpy.random.default_rng(1)
        for seeds in (5, 20):
            held = sum(low <= 3 <= high for low, high in (interval(draws.normal(3, 2, seeds)) for _ in range(4000)))
            self.assertAlmostEqual(held / 4000, 0.95, delta=0.012)

    def test_what_is_not_defined_does_not_count(self):
        self.assertEqual(interval([1.0, math.nan, 2.0, 4.0]), interval([1.0, 2.0, 4.0]))

    def test_one_value_says_nothing_of_its_spread(self):
        self.assertEqual(interval([1.0]), (-math.inf, math.inf))

    def test_a_level_that_is_no_share_is_refused(self):
        with self.assertRaisesRegex(ValueError, "level"):
            interval([1.0, 2.0], level=95)


if __name__ == "__main__":
    unittest.main()
