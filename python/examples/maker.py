"""A market maker written by hand, compared with the scenario's own on the same days.

It quotes both sides of the exchange's book at a fixed distance from the mid-price and leans against its inventory: what it has too much of it offers
cheaper, what it has too little of it bids more for. Its distance and lean are numbers of a day's thought, not of a search.

    python maker.py --seeds 20
"""

import argparse

import numpy as np

import catallaxy

DISTANCE = 4.0  # basis points from the mid-price
LEAN = 0.3  # basis points for each ETH of inventory beyond that of the start
MOST = 50.0  # basis points that a quote may be away


def maker(observation):
    """Offsets of bid and ask in basis points, and their sizes, of which 1 is a full quote."""
    lean = LEAN * observation.value("inventory")
    bid, ask = np.clip([DISTANCE + lean, DISTANCE - lean], -MOST, MOST)
    return [bid, ask, 1.0, 1.0]


def main():
    """Plays the days with each maker and prints their figures and the difference, day by day."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--seeds", type=int, default=20)
    parser.add_argument("--duration", default="1 d")
    options = parser.parse_args()
    seeds = range(1, options.seeds + 1)
    ours = catallaxy.runs("two-chains", seeds=seeds, agents={"maker": maker}, duration=options.duration)
    theirs = catallaxy.runs("two-chains", seeds=seeds, duration=options.duration)
    for name, runs in (("by hand", ours), ("scenario's", theirs)):
        low, high = runs.interval("maker", "pnlOverHolding")
        print(f"{name:10}  PnL over holding {runs.mean('maker', 'pnlOverHolding'):,.0f} ({low:,.0f} to {high:,.0f}), fills {runs.mean('maker', 'fills'):,.0f}")
    better = ours.figure("maker", "pnlOverHolding") - theirs.figure("maker", "pnlOverHolding")
    low, high = catallaxy.interval(better)
    print(f"difference  {better.mean():,.0f} ({low:,.0f} to {high:,.0f}), better on {np.sum(better > 0)} of {len(better)} days")


if __name__ == "__main__":
    main()
