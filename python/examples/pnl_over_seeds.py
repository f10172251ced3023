"""The PnL of a market maker in Python over twenty seeds, with its interval and a plot."""

import catallaxy


def maker(seen):
    """Bid and ask 4 bp from the mid-price and 0.3 bp lower for each ETH that it holds, both at full size."""
    return [4 + 0.3 * seen.value("inventory"), 4 - 0.3 * seen.value("inventory"), 1, 1]


runs = catallaxy.runs("two-chains", seeds=range(1, 21), agents={"maker": maker}, duration="2 h")
for figure in ("pnl", "pnlOverHolding", "fills"):
    print(f"{figure}: mean {runs.mean('maker', figure):,.0f}, 95 % interval", *map(round, runs.interval("maker", figure)))
print(runs.plot("maker", "pnl", "pnl.svg"))
