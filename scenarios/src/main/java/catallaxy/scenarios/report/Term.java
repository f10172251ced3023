package catallaxy.scenarios.report;

import java.util.Locale;

/** The figures of the report with their definitions: hover titles, and the glossary at its end. */
enum Term {
    EQUITY(
            "Equity",
            "Everything the agent owns minus everything it owes, valued at the world's prices in the quote asset. "
                    + "Assets on all chains and venues, locked in orders and pools, or on a bridge are included. No trade "
                    + "moves the world's prices, so none moves the equity but by what was gained or paid."),
    PNL(
            "PnL",
            "Profit and loss: equity at the end minus equity at the start, at the world's prices, in the quote asset, after "
                    + "fees and gas."),
    PNL_AT_VENUES(
            "At venues",
            "The PnL with both equities at the prices that the venues showed: the middle of an asset's order book, else its "
                    + "pool's price. A trade near the end moves it, the agent's own as well."),
    OVER_HOLDING(
            "Over holding",
            "Equity at the end minus what the agent's initial holdings would be worth then, both at the world's prices: what it earned by acting, with the "
                    + "prices' own moves taken out."),
    RETURN("Return", "PnL divided by the equity at the start. Not annualised."),
    SHARPE(
            "Sharpe",
            "Mean of the agent's equity returns divided by their standard deviation, risk-free rate 0. Annualised, by the "
                    + "square root of the number of returns in 365 days, only where the run covers at least 30 "
                    + "simulated days; below that it is per return and not annualised, or “–” where there are too few "
                    + "returns."),
    DRAWDOWN(
            "Drawdown",
            "How far equity is below its highest value so far (the running peak), as a fraction of that peak."),
    MAX_DRAWDOWN(
            "Max drawdown",
            "The largest drawdown of the run. The times are those of the peak from which it fell and of its lowest "
                    + "point, as far as the equity samples tell."),
    FILLS("Fills", "Executions of the agent: one per order-book match and one per pool swap, both as maker and taker."),
    VOLUME("Volume", "Sum of the notionals of the fills: quantity times price, in the quote asset of the run."),
    MAKER_SHARE("Maker", "Share of the fills in which the agent's resting order was filled."),
    EDGE(
            "Edge",
            "What the fills were better than the world's price: (world price − price) · quantity for a buy, its "
                    + "negative for a sell, summed and divided by the volume, in basis points. Positive is good for "
                    + "the agent. The world's price is that of the latest sample of the metrics; gas and the fees of "
                    + "an order book are not included, those of a pool are part of its price."),
    FEES("Fees", "Trading fees paid to venues, in the quote asset; a rebate counts negative."),
    GAS("Gas", "Gas paid to chains, also for reverted transactions, valued in the quote asset."),
    SPREAD_EARNED(
            "Spread earned",
            "The world's price against the price of each trade at its time: quantity times (world price − price) for a "
                    + "purchase, its negative for a sale. Fees are not in it. docs/attribution.md says more of this and the "
                    + "other parts of a profit, which sum to the PnL."),
    ADVERSE_SELECTION(
            "Adverse selection",
            "What the traded assets gained, or negative lost, in the minute (recording.attribution-horizon) after each trade."),
    HELD(
            "Holdings",
            "What everything owned gained from moves of the world's prices, besides adverse selection and arbitrage."),
    ARBITRAGE(
            "Arbitrage",
            "Bought on one venue and sold on another within the horizon, by taking on both: received less paid, before fees."),
    LP_FEES("LP fees", "Fees that swaps left in the agent's share of pools."),
    LOSS_VERSUS_REBALANCING(
            "LVR",
            "Loss versus rebalancing: what the agent's share of pools gained less than a portfolio that makes the same trades "
                    + "at the world's prices."),
    CLAIMS(
            "Claims",
            "What claims on venues, less debts to them, gained besides moves of the world's prices: fees, interest, funding."),
    MEV_LOST(
            "MEV lost",
            "What others' transactions before the agent's own in the same block took from its swaps by moving the pool's price."),
    BRIDGE_FEES("Bridge fees", "What bridges kept of the agent's transfers."),
    TRANSFERS("Transfers", "What others gave the agent, and what it gave to them or to contracts."),
    MARK_OUT(
            "Mark-out",
            "The world's price some seconds after a fill against the fill's price, in basis points, weighted by notional. "
                    + "Positive is good for the agent."),
    QUOTED_SPREAD(
            "Quoted", "Best ask less best bid just before the agent's fills, over the mid-price, in basis points."),
    EFFECTIVE_SPREAD(
            "Effective",
            "Twice what the taker paid beyond the mid-price just before, in basis points of it: paid by takers, earned by makers."),
    REALISED_SPREAD("Realised", "As the effective spread, against the mid-price a minute after the fill."),
    ORDERS_RESTED("Resting orders", "Times an order came to rest, or was given another price or size."),
    ORDER_FILL_RATIO("Orders filled", "Share of the resting orders of which something was filled."),
    QUANTITY_FILL_RATIO("Quantity filled", "Share of the worth of all resting orders that was filled."),
    TWO_SIDED("Two-sided", "Share of the run with a bid and an ask of the agent in one book."),
    AHEAD(
            "Ahead",
            "Mean worth of what stood before an order at its price when it came to rest; below, of those only that were filled."),
    TURNOVER("Turnover", "Volume over mean equity."),
    EXPOSURE("Exposure", "Mean share of the equity in other assets than the quote asset."),
    MAX_EXPOSURE(
            "Max exposure", "The largest share of the equity in other assets than the quote asset, at any sample."),
    VOLATILITY("Volatility", "Standard deviation of the sampled returns of the equity, not annualised."),
    VOLATILITY_ANNUALISED(
            "Volatility a year", "The same times the root of the returns in 365 days; of long runs only."),
    SORTINO("Sortino", "Mean return over the root of the mean square of the negative returns, others counting as 0."),
    CAGR("CAGR", "Compound annual growth rate; of runs of at least 30 simulated days only."),
    CALMAR("Calmar", "CAGR over the largest drawdown."),
    WIN_RATE("Win rate", "Share of gains among the returns that are not 0."),
    PROFIT_FACTOR("Profit factor", "Sum of the positive returns over that of the negative ones."),
    PAYOFF_RATIO("Payoff ratio", "Mean positive return over mean negative one."),
    SKEWNESS("Skewness", "Third standardised moment of the returns."),
    EXCESS_KURTOSIS("Excess kurtosis", "Fourth standardised moment of the returns, less 3."),
    VALUE_AT_RISK("Value at risk, 95 %", "Loss that 95 % of the returns between two samples do not exceed."),
    EXPECTED_SHORTFALL("Expected shortfall, 95 %", "Mean of the 5 % worst returns between two samples, as a loss."),
    TAIL_RATIO("Tail ratio", "The 95 % quantile of the returns over the 5 % quantile, without signs."),
    ULCER_INDEX("Ulcer index", "Root of the mean square of the drawdowns at all samples."),
    RECOVERY_FACTOR("Recovery factor", "Return of the run over the largest drawdown."),
    UNDER_WATER("Under water", "Share of the run in which the equity was below its running peak."),
    LONGEST_UNDER_WATER(
            "Longest under water",
            "The longest time from a peak of the equity until it was reached again, or until the end of the run."),
    FAULTS(
            "Faults",
            "Decisions that came to nothing: the agent threw (threw), or its action was no number, out of bounds, of another "
                    + "length or missing (invalid action). Too many in a row and it holds for the rest of the run "
                    + "(retired)."),
    SCALE("Scale", "The fraction of its normal size that the risk manager allows an agent: 1 is free, 0 is halted."),
    PRICE(
            "Price",
            "Mid-price of an order book, or marginal price of a pool, in the pair's quote asset. The world price is the "
                    + "exogenous fundamental price. Triangles are fills of agents: up for bought, down for sold."),
    BASIS("Basis", "A venue's price relative to the world's price at the same time, minus one, in basis points."),
    OPEN_INTEREST(
            "Open interest", "All long positions of a perpetual or future, which are as large as all short ones."),
    MARK_PREMIUM(
            "Mark less index",
            "The price at which positions are settled relative to the index, minus one, and what longs paid shorts at the last "
                    + "funding as a share of a position's worth, in basis points; docs/perpetuals.md has both formulas."),
    LIQUIDATED(
            "Liquidated",
            "Positions that were closed for want of margin since the start, and positions of the other side that were closed against "
                    + "bankrupt ones."),
    INSURANCE(
            "Insurance fund",
            "What is left to pay for liquidations that cost more than the margin, in the quote asset."),
    SPREAD("Spread", "Best ask minus best bid over the mid-price of an order book, in basis points (bps, 0.01 %)."),
    INVENTORY(
            "Inventory",
            "What the agent holds of an asset over all chains and venues, in whole units of the asset; its position in "
                    + "a perpetual or future of it is a line of its own. Where there is a market maker the others are hidden "
                    + "at first; a click on their names shows them."),
    BASE_FEE("Base fee", "The chain's EIP-1559 base fee at the sample, in gwei (10⁻⁹ of the native asset) per gas."),
    BLOB_BASE_FEE(
            "Blob base fee",
            "What a unit of blob gas costs on the chain at the sample (EIP-4844), in gwei; a blob takes 131,072 units."),
    IN_TRANSIT(
            "In transit",
            "Worth of everything on its way over a bridge at the sample, in both directions and with what waits for its turn "
                    + "or comes back, at the world's prices, in the quote asset."),
    BACKING(
            "Backing",
            "Least part of what a bridge owes of one of its assets that it has: 1 unless it paid out for forged messages."),
    GAS_USED("Gas used", "Gas used by the chain's latest block at the sample."),
    CONSERVATION(
            "Conservation",
            "After every event, what all accounts hold of an asset must be what was issued of it. Each comparison is "
                    + "a check; a violation would be a defect of the simulator."),
    DIGEST(
            "Digest",
            "A hash over every event and state change of the run. The same scenario, seed and decisions give the same "
                    + "digest on every machine.");

    private final String title;
    private final String definition;

    Term(String title, String definition) {
        this.title = title;
        this.definition = definition;
    }

    String title() {
        return title;
    }

    String definition() {
        return definition;
    }

    /** The anchor of its entry in the glossary. */
    String anchor() {
        return "def-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
