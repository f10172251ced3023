"""Means over seeds and how sure they are."""

import functools
import math

import numpy


def interval(values, level=0.95):
    """The confidence interval of a mean, after Student: mean ± t · s / √n with the n − 1 degrees of freedom of s.

    Exact where values over seeds are normally distributed. NaN values are left out; of fewer than two it is unbounded.

    :param values: one a seed
    :param level: share of such intervals that hold the true mean, in (0, 1)
    :return: its low and high end
    """
    if not 0 < level < 1:
        raise ValueError(f"level: expected a share between 0 and 1, found {level}")
    known = numpy.asarray(values, dtype=float)
    known = known[~numpy.isnan(known)]
    if len(known) < 2:
        return -math.inf, math.inf
    width = student_quantile((1 + level) / 2, len(known) - 1) * known.std(ddof=1) / math.sqrt(len(known))
    return float(known.mean() - width), float(known.mean() + width)


@functools.lru_cache(maxsize=None)
def student_quantile(share, freedom):
    """What a variable of Student's distribution is below with a probability, by bisection of its distribution function.

    :param share: the probability, in (0, 1)
    :param freedom: degrees of freedom, a positive whole number
    """
    low, high = -1.0, 1.0
    while student_share(low, freedom) > share:
        low *= 2
    while student_share(high, freedom) < share:
        high *= 2
    for _ in range(100):
        middle = (low + high) / 2
        low, high = (middle, high) if student_share(middle, freedom) < share else (low, middle)
    return (low + high) / 2


def student_share(value, freedom):
    """The probability that a variable of Student's distribution is below a value.

    The finite sums of Abramowitz and Stegun 26.7.3 and 26.7.4 over powers of cos θ, where tan θ = value / √freedom.
    """
    angle = math.atan(value / math.sqrt(freedom))
    cosine, sine = math.cos(angle), math.sin(angle)
    odd = freedom % 2 == 1
    term = cosine if odd else 1.0
    total = term if freedom > 1 else 0.0
    for k in range(3 if odd else 2, freedom - 1, 2):
        term *= cosine * cosine * (k - 1) / k
        total += term
    within = 2 / math.pi * (angle + sine * total) if odd else sine * total
    return 0.5 + within / 2
