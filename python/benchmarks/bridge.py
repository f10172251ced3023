"""Benchmark ``python-bridge``: how fast Python steps the market-making problem, one world and many, as one JSON object.

    python python/benchmarks/bridge.py [seconds for each figure]
"""

import json
import os
import platform
import sys
import time

import numpy as np

import catallaxy

PROBLEM = "solved/cartea-jaimungal"
MANY = 1000
ROUNDS = 5


def rate(steps, seconds):
    """The median rate of rounds of steps a second, after as long a time in which the program's compiler warms up.

    :param steps: plays so many steps
    """
    end, count = time.perf_counter() + seconds, 0
    while time.perf_counter() < end:
        steps(100)
        count += 100
    count = max(100, count // ROUNDS)
    rates = []
    for _ in range(ROUNDS):
        begun = time.perf_counter()
        steps(count)
        rates.append(count / (time.perf_counter() - begun))
    return float(np.median(rates))


def one_world(seconds):
    """Steps a second of one world, episodes begun anew."""
    with catallaxy.make(PROBLEM) as world:
        world.reset(seed=1)
        quotes = np.ones(2, np.float32)

        def steps(count):
            for _ in range(count):
                _, _, terminated, truncated, _ = world.step(quotes)
                if terminated or truncated:
                    world.reset()

        return rate(steps, seconds)


def many_worlds(seconds):
    """Calls a second of many worlds."""
    worlds = catallaxy.vector(PROBLEM, num_envs=MANY)
    worlds.reset(seed=1)
    quotes = np.ones((MANY, 2), np.float32)

    def steps(count):
        for _ in range(count):
            worlds.step(quotes)

    found = rate(steps, seconds), memory(worlds)
    worlds.close()
    return found


def empty_turns(seconds):
    """Turns a second in which the program moves one world and Python looks at nothing."""
    with catallaxy.make(PROBLEM) as world:
        world.reset(seed=1)
        turn = world._bridge.turn

        def steps(count):
            for _ in range(count):
                turn()

        return rate(steps, seconds)


def memory(worlds):
    """What the program's process holds, MB, and what is shared, bytes; None where the system does not say."""
    try:
        with open(f"/proc/{worlds._bridge._process.pid}/statm", encoding="ascii") as file:
            resident = int(file.read().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 1e6
    except OSError:
        resident = None
    return resident, worlds._bridge.opened["bytes"]


def main(seconds):
    """Measures and prints."""
    single = one_world(seconds)
    calls, (resident, shared) = many_worlds(seconds)
    turns = empty_turns(seconds)
    print(
        json.dumps(
            {
                "benchmark": "python-bridge",
                "problem": PROBLEM,
                "worlds": MANY,
                "worldStepsPerSecond": round(calls * MANY),
                "microsecondsPerCall": round(1e6 / calls, 2),
                "oneWorldStepsPerSecond": round(single),
                "oneWorldMicrosecondsPerCall": round(1e6 / single, 2),
                "turnMicroseconds": round(1e6 / turns, 2),
                "residentMegabytes": resident and round(resident, 1),
                "sharedBytes": shared,
                "python": platform.python_version(),
                "numpy": np.__version__,
                "processors": os.cpu_count(),
            }
        )
    )


if __name__ == "__main__":
    main(float(sys.argv[1]) if len(sys.argv) > 1 else 5)
