"""The PnL of an agent over twenty seeds, with its interval and a plot."""

import catallaxy

runs = catallaxy.runs("two-chains", seeds=range(1, 21), progress=True)
print(runs.figures.where(agent="maker"))
print("mean", runs.mean("maker", "pnl"), "interval", runs.interval("maker", "pnl"))
print(runs.plot("maker", "pnl", "pnl.svg"))
