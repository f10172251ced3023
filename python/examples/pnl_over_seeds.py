"""The PnL of an agent over twenty seeds, with its interval and a plot."""

import catallaxy

runs = catallaxy.runs("two-chains", seeds=range(1, 21), progress=True)
for figure in ("pnl", "pnlOverHolding", "fills"):
    low, high = runs.interval("maker", figure)
    print(f"{figure}: mean {runs.mean('maker', figure):,.0f}, 95 % interval {low:,.0f} to {high:,.0f}")
print(runs.plot("maker", "pnl", "pnl.svg"))
