"""Pictures: what is drawn is where the numbers are."""

import unittest
from unittest import mock
from xml.etree import ElementTree

import numpy

import catallaxy
from catallaxy._plots import Axes, curves, dots, ticks
from tests import simulated

SVG = "{http://www.w3.org/2000/svg}"


def points(mark):
    """The points of a line or an area, ``[n, 2]``."""
    return numpy.array([[float(part) for part in point.split(",")] for point in mark.get("points").split()])


class PictureTest(unittest.TestCase):
    def test_the_pnl_over_seeds_is_drawn_with_its_mean_and_band(self):
        runs = simulated.five_seeds()
        path = runs.plot("maker", path=simulated.folder() / "pnl.svg")
        page = ElementTree.parse(path).getroot()
        *seeds, mean = [points(line) for line in page.iter(SVG + "polyline")]
        self.assertEqual(len(seeds), 5)
        numpy.testing.assert_allclose(mean[:, 1], numpy.mean([curve[:, 1] for curve in seeds], axis=0), atol=0.11)
        band = points(page.find(SVG + "polygon"))
        half = len(band) // 2
        self.assertTrue((band[:half, 1] <= mean[:, 1] + 0.11).all() and (band[half:][::-1][:, 1] >= mean[:, 1] - 0.11).all())
        final = runs.figure("maker", "pnl")
        order = numpy.argsort([-curve[-1, 1] for curve in seeds])
        self.assertEqual(list(order), list(numpy.argsort(final)))
        text = " ".join(part.text for part in page.iter(SVG + "text"))
        self.assertIn("two-chains: PnL of maker over 5 seeds", text)
        self.assertIn(f"mean {final.mean():,.5g}", text)

    def test_other_figures_are_dots_by_seed(self):
        runs = simulated.five_seeds()
        page = ElementTree.parse(runs.plot("maker", "fills", simulated.folder() / "fills.svg")).getroot()
        dots_drawn = list(page.iter(SVG + "circle"))
        places = [float(dot.get("cx")) for dot in dots_drawn]
        self.assertEqual(places, sorted(places))
        by_seed = [run.summary.agents["maker"]["fills"] for run in sorted(runs, key=lambda run: run.seed)]
        self.assertEqual(list(numpy.argsort([-float(dot.get("cy")) for dot in dots_drawn])), list(numpy.argsort(by_seed)))

    def test_names_are_text_and_never_marks_of_the_page(self):
        page = ElementTree.fromstring(dots("a<b", "x&y", "pnl", [1, 2], numpy.array([1.0, 2.0])).svg())
        self.assertIn("a<b: pnl of x&y over 2 seeds", [part.text for part in page.iter(SVG + "text")])

    def test_one_seed_or_a_missing_value_is_drawn_without_a_fault(self):
        picture = curves("s", "a", "USDC", numpy.array([0.0, 60.0]), numpy.array([[0.0, 1.0]]))
        self.assertNotIn("nan", picture.svg())
        page = ElementTree.fromstring(dots("s", "a", "f", [1, 2], numpy.array([numpy.nan, 2.0])).svg())
        self.assertEqual(len(list(page.iter(SVG + "circle"))), 1)

    def test_long_runs_are_thinned_to_their_ends(self):
        seconds = numpy.arange(10_000.0)
        picture = curves("s", "a", "USDC", seconds, seconds[None, :].repeat(2, axis=0))
        self.assertEqual((len(picture.places), picture.values[0, 0], picture.values[0, -1]), (200, 0.0, 9999.0))

    def test_other_formats_are_matplotlibs(self):
        path = simulated.folder() / "fills.png"
        with mock.patch.dict("sys.modules", {"matplotlib": None, "matplotlib.figure": None}):
            with self.assertRaisesRegex(catallaxy.CatallaxyError, "needs matplotlib"):
                simulated.five_seeds().plot("maker", "fills", path)
        try:
            import matplotlib  # noqa: F401
        except ImportError:
            self.skipTest("matplotlib is not installed")
        simulated.five_seeds().plot("maker", "pnl", path)
        self.assertEqual(path.read_bytes()[:4], b"\x89PNG")


class AxesTest(unittest.TestCase):
    def test_higher_values_are_further_up_and_what_is_not_finite_stays_on_the_page(self):
        axes = Axes(numpy.array([0.0, 10.0]), [numpy.array([-5.0, 5.0, numpy.inf])])
        self.assertLess(axes.y(5.0), axes.y(-5.0))
        self.assertLess(axes.x(0.0), axes.x(10.0))
        self.assertGreaterEqual(axes.y(numpy.inf), 0)

    def test_ticks_are_round_and_within(self):
        for low, high in [(0, 1), (-1599, 1158), (1e-9, 3e-9), (599_000, 602_000), (0, 7)]:
            found = ticks(low, high)
            self.assertTrue(3 <= len(found) <= 11, found)
            self.assertTrue(low - 1e-9 <= found[0] and found[-1] <= high + 1e-9, found)
        self.assertEqual(ticks(-1, 9), [0, 2, 4, 6, 8])


if __name__ == "__main__":
    unittest.main()
