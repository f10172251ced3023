"""Pictures of figures over seeds: SVG written here, or whatever matplotlib writes where it is installed."""

import math
from pathlib import Path
from xml.sax.saxutils import escape

import numpy

from ._errors import CatallaxyError
from ._statistics import interval, intervals

WIDTH, HEIGHT = 760, 420
LEFT, RIGHT, TOP, BOTTOM = 90, 24, 60, 52
MOST_POINTS = 200  # of a curve
FAINT, STRONG, BAND, GRID, INK = "#9db4c8", "#1f5f99", "#c9dcee", "#e4e4e4", "#333333"
FONT = "font-family='system-ui, sans-serif' font-size"
TIME_UNITS = ((86_400.0, "days"), (3_600.0, "hours"), (60.0, "minutes"), (1.0, "seconds"))


class Picture:
    """A mean with its interval over a horizontal axis, and what it is the mean of."""

    def __init__(self, title, findings, axis, places, values, joined):
        """
        :param title: one line
        :param findings: one line below it: the unit of the vertical axis, and what is to be seen
        :param axis: what the horizontal axis has
        :param places: on the horizontal axis, ``[T]``
        :param values: ``[seeds, T]`` of curves that are joined, else ``[T]`` of dots
        """
        self.title, self.findings, self.axis, self.joined = title, findings, axis, joined
        order = numpy.argsort(places)
        self.places = numpy.asarray(places, dtype=float)[order]
        self.values = numpy.asarray(values, dtype=float)[..., order]
        if joined:
            self.mean = self.values.mean(axis=0)
            self.low, self.high = intervals(self.values)
        else:
            self.mean = numpy.full(len(self.places), _mean(self.values))
            self.low, self.high = (numpy.full(len(self.places), end) for end in interval(self.values))

    def save(self, path):
        """Writes the picture: SVG by itself, any other format by matplotlib. Returns the path."""
        path = Path(path)
        if path.suffix.lower() == ".svg":
            path.write_text(self.svg(), encoding="utf-8")
        else:
            self._draw(path)
        return path

    def svg(self):
        """The picture as SVG."""
        frame = Axes(self.places, [self.values, self.mean, self.low, self.high])
        marks = [frame.band(self.places, self.low, self.high)]
        if self.joined:
            marks += [frame.line(self.places, curve, FAINT, 1) for curve in self.values]
        else:
            marks += [frame.dot(place, value) for place, value in zip(self.places, self.values)]
        marks += [frame.line(self.places, self.mean, STRONG, 2.5)]
        words = [
            f"<text x='{LEFT}' y='28' {FONT}='15' fill='{INK}'>{escape(self.title)}</text>",
            f"<text x='{WIDTH - RIGHT}' y='{HEIGHT - 12}' text-anchor='end' {FONT}='12' fill='{INK}'>{escape(self.axis)}</text>",
            f"<text x='{LEFT}' y='{TOP - 8}' {FONT}='12' fill='{INK}'>{escape(self.findings)}</text>",
        ]
        head = f"<svg xmlns='http://www.w3.org/2000/svg' width='{WIDTH}' height='{HEIGHT}' viewBox='0 0 {WIDTH} {HEIGHT}'>"
        back = f"<rect width='{WIDTH}' height='{HEIGHT}' fill='white'/>"
        return "\n".join([head, back, *frame.grid(whole=not self.joined), *marks, *words, "</svg>"]) + "\n"

    def _draw(self, path):
        try:
            from matplotlib.figure import Figure
        except ImportError:
            raise CatallaxyError(f"{path}: this format needs matplotlib (pip install matplotlib); .svg needs nothing") from None
        figure = Figure(figsize=(WIDTH / 100, HEIGHT / 100), dpi=150, layout="constrained")
        axes = figure.subplots()
        if self.joined:
            axes.plot(self.places, self.values.T, color=FAINT, linewidth=0.7)
        else:
            axes.plot(self.places, self.values, "o", color=STRONG)
        axes.fill_between(self.places, self.low, self.high, color=BAND, zorder=0)
        axes.plot(self.places, self.mean, color=STRONG, linewidth=2.5)
        axes.set_title(f"{self.title}\n{self.findings}", fontsize=10)
        axes.set_xlabel(self.axis)
        figure.savefig(path)


class Axes:
    """Where numbers lie on the page."""

    def __init__(self, places, values):
        """
        :param places: on the horizontal axis
        :param values: arrays on the vertical axis; what is not finite does not count
        """
        seen = numpy.concatenate([numpy.ravel(each) for each in values])
        seen = seen[numpy.isfinite(seen)]
        self._across = _span(places)
        self._upwards = _span(seen if len(seen) else numpy.zeros(1))

    def x(self, place):
        """The distance of a place from the left of the page."""
        low, high = self._across
        return LEFT + (place - low) / (high - low) * (WIDTH - LEFT - RIGHT)

    def y(self, value):
        """The distance of a value from the top of the page; what is not finite lies on the border."""
        low, high = self._upwards
        share = (min(max(value, low), high) - low) / (high - low)
        return HEIGHT - BOTTOM - share * (HEIGHT - TOP - BOTTOM)

    def line(self, places, values, colour, width):
        """A line through points, without those that are not finite."""
        points = " ".join(f"{self.x(place):.1f},{self.y(value):.1f}" for place, value in zip(places, values) if math.isfinite(value))
        return f"<polyline points='{points}' fill='none' stroke='{colour}' stroke-width='{width}' stroke-linejoin='round'/>"

    def band(self, places, low, high):
        """The area between two lines."""
        there = [f"{self.x(place):.1f},{self.y(value):.1f}" for place, value in zip(places, high)]
        back = [f"{self.x(place):.1f},{self.y(value):.1f}" for place, value in zip(places[::-1], low[::-1])]
        return f"<polygon points='{' '.join(there + back)}' fill='{BAND}'/>"

    def dot(self, place, value):
        """A point; nothing where it is not finite."""
        return f"<circle cx='{self.x(place):.1f}' cy='{self.y(value):.1f}' r='4' fill='{STRONG}'/>" if math.isfinite(value) else ""

    def grid(self, whole):
        """Lines at round numbers, and the numbers.

        :param whole: whether the horizontal axis has whole numbers only
        """
        end, left = WIDTH - RIGHT, LEFT - 8
        for value in ticks(*self._upwards):
            y = self.y(value)
            yield f"<line x1='{LEFT}' x2='{end}' y1='{y:.1f}' y2='{y:.1f}' stroke='{GRID}'/>"
            yield f"<text x='{left}' y='{y + 4:.1f}' text-anchor='end' {FONT}='12' fill='{INK}'>{value:,.10g}</text>"
        for place in ticks(*self._across):
            if whole and place != round(place):
                continue
            x, y = self.x(place), HEIGHT - BOTTOM + 18
            yield f"<text x='{x:.1f}' y='{y}' text-anchor='middle' {FONT}='12' fill='{INK}'>{place:,.10g}</text>"


def curves(scenario, agent, quote, seconds, values):
    """A picture of what an agent has gained so far, over simulated time.

    :param seconds: of the samples, ``[T]``
    :param values: ``[seeds, T]``
    """
    drawn = numpy.unique(numpy.linspace(0, len(seconds) - 1, MOST_POINTS).round().astype(int))
    length, unit = next((each for each in TIME_UNITS if seconds[-1] >= 2 * each[0]), TIME_UNITS[-1])
    final = values[:, -1]
    title = f"{scenario}: PnL of {agent} over {len(values)} seeds"
    return Picture(title, f"{quote}; at the end: {_over(final)}", f"simulated {unit}", seconds[drawn] / length, values[:, drawn], joined=True)


def dots(scenario, agent, name, seeds, values):
    """A picture of a figure of an agent, a dot for each seed."""
    return Picture(f"{scenario}: {name} of {agent} over {len(values)} seeds", _over(values), "seed", seeds, values, joined=False)


def ticks(low, high):
    """From four to ten round numbers, a step of 1, 2 or 5 apart, within a span."""
    rough = (high - low) / 5
    size = 10.0 ** math.floor(math.log10(rough))
    step = next(size * each for each in (1, 2, 5, 10) if size * each >= rough * 0.999)
    return [round(index * step, 12) for index in range(math.ceil(low / step - 1e-9), math.floor(high / step + 1e-9) + 1)]


def _over(values):
    low, high = interval(values)
    return f"mean {_mean(values):,.5g}, 95 % interval {low:,.5g} to {high:,.5g}"


def _mean(values):
    known = values[~numpy.isnan(values)]
    return known.mean() if len(known) else math.nan


def _span(values):
    low, high = float(numpy.min(values)), float(numpy.max(values))
    margin = (high - low) * 0.02 if high > low else abs(high) * 0.1 or 1.0
    return low - margin, high + margin
