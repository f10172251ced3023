"""Means over seeds and how sure they are: the interval that ``catallaxy sweep`` gives, to the bit of its random numbers."""

import functools
import math

import numpy

REPLICATES = 2_000
FEWEST = 4  # values of which replicates tell the spread
FARTHEST = 3  # times Student's distance from the mean
BEYOND = 1e9
MULTIPLIER, WEYL, ROUNDS = 0xD2B74407B1CE6E93, 0x9E3779B97F4A7C15, 10  # Philox2x64-10
WORD, HALF = 2**64, numpy.uint64(0xFFFFFFFF)


def interval(values, level=0.95):
    """The confidence interval of a mean: the bootstrap-t, each end between Student's and three times as far from the mean.

    Efron and Tibshirani 1993, section 12.5. Of 5 to 20 values it holds the true mean as often as it says where they are normal or moderately
    skewed. Of fewer than four it is Student's; of fewer than two it is unbounded. NaN values are left out.

    :param values: one a seed
    :param level: share of such intervals that hold the true mean, in (0, 1)
    :return: its low and high end
    """
    known = numpy.asarray(values, dtype=float)
    low, high = intervals(known[~numpy.isnan(known), None], level)
    return float(low[0]), float(high[0])


def intervals(columns, level=0.95):
    """The interval of the mean of each column, as ``interval`` has it.

    :param columns: ``[seeds, T]``, all of them defined
    :return: low and high ends, ``[T]`` each
    """
    if not 0 < level < 1:
        raise ValueError(f"level: expected a share between 0 and 1, found {level}")
    count = len(columns)
    if count < 2:
        return numpy.full(columns.shape[1], -math.inf), numpy.full(columns.shape[1], math.inf)
    mean, error = columns.mean(axis=0), columns.std(axis=0, ddof=1) / math.sqrt(count)
    student = student_quantile((1 + level) / 2, count - 1)
    below = above = numpy.full(len(mean), student)
    if count >= FEWEST:
        ratios = _ratios(columns - mean)
        below = numpy.clip(numpy.quantile(ratios, (1 + level) / 2, axis=0), student, FARTHEST * student)
        above = numpy.clip(-numpy.quantile(ratios, (1 - level) / 2, axis=0), student, FARTHEST * student)
    return mean - error * below, mean + error * above


def _ratios(deviations):
    """t* of each replicate and column, ``[REPLICATES, T]``; beyond all bounds where a replicate has equal values other than the mean."""
    count = len(deviations)
    shares = _shares(count)
    shift = shares @ deviations
    variance = numpy.maximum(shares @ deviations**2 - shift**2, 0)
    with numpy.errstate(divide="ignore", invalid="ignore"):
        ratios = shift / numpy.sqrt(variance / (count - 1))
    return numpy.where(shift == 0, 0, numpy.clip(ratios, -BEYOND, BEYOND))


@functools.lru_cache(maxsize=8)
def _shares(count):
    """What share of a replicate each of the values is, ``[REPLICATES, count]``."""
    drawn = whole_numbers("statistics/studentised", count, REPLICATES * count)
    places = numpy.repeat(numpy.arange(REPLICATES), count) * count + drawn
    return numpy.bincount(places, minlength=REPLICATES * count).reshape(REPLICATES, count) / count


def whole_numbers(path, bound, number):
    """The first uniform whole numbers below a bound of the program's random stream of seed 0 and a path.

    Lemire 2019, https://doi.org/10.1145/3230636, over the words of Philox2x64-10 (https://doi.org/10.1145/2063384.2063405).

    :return: ``[number]``
    """
    words = philox_words(path, number + number % 2 + 64)
    product = (words >> numpy.uint64(32)) * numpy.uint64(bound)
    accepted = product[(product & HALF) >= numpy.uint64(2**32 % bound)]
    return (accepted[:number] >> numpy.uint64(32)).astype(int)


def philox_words(path, number):
    """The first 64-bit words of the stream of seed 0 and a path, an even number of them."""
    low = numpy.arange(number // 2, dtype=numpy.uint64)
    high = numpy.full(number // 2, _hash(path), dtype=numpy.uint64)
    multiplier, key = numpy.uint64(MULTIPLIER), 0
    for _ in range(ROUNDS):
        low, high = _high_word(multiplier, low) ^ numpy.uint64(key) ^ high, multiplier * low
        key = (key + WEYL) % WORD
    return numpy.stack([low, high], axis=1).ravel()


def _high_word(one, other):
    """The upper 64 bits of a product of 64-bit words, from products of halves."""
    shift = numpy.uint64(32)
    one_high, one_low, other_high, other_low = one >> shift, one & HALF, other >> shift, other & HALF
    middle = one_high * other_low + (one_low * other_low >> shift)
    cross = one_low * other_high + (middle & HALF)
    return one_high * other_high + (middle >> shift) + (cross >> shift)


def _hash(path):
    """FNV-1a over the characters of a path."""
    total = 0xCBF29CE484222325
    for character in path:
        total = (total ^ ord(character)) * 0x100000001B3 % WORD
    return total


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
