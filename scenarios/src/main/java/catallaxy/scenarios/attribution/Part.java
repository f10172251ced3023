package catallaxy.scenarios.attribution;

/**
 * A cause of an agent's profit or loss, as {@code docs/attribution.md} defines it. Positive is what the agent gained; the parts
 * sum to the change of its equity.
 */
public enum Part {
    /** The world's price against the price of each trade, at its time. */
    SPREAD,
    /** What traded assets gained or lost in the time after the trade. */
    ADVERSE_SELECTION,
    /** What everything owned gained from moves of the world's prices, besides. */
    INVENTORY,
    /** Bought on one venue and sold on another. */
    ARBITRAGE,
    /** Fees that swaps left in the agent's share of pools. */
    LP_FEES,
    /** What its share of pools lost against a portfolio that trades alike at the world's prices. */
    LOSS_VERSUS_REBALANCING,
    /** What claims on venues less debts to them gained besides moves of the world's prices: fees, interest, funding, liquidations. */
    CLAIMS,
    /** What others' transactions before its own in the same block took from its swaps. */
    MEV_LOST,
    /** Fees of venues, and rebates. */
    FEES,
    /** Fees of bridges. */
    BRIDGE_FEES,
    /** Gas of its transactions, reverted ones included, and what its bundles bid. */
    GAS,
    /** What others gave it, and what it gave away. */
    TRANSFERS
}
