package catallaxy.scenarios.folder;

/**
 * The name of series in {@code metrics.jsonl}: {@code kind/id/measure}, one for each chain, venue, asset of the world or agent.
 *
 * @param prefix before the id
 * @param suffix after it
 */
public record Metric(String prefix, String suffix) {
    /** In the quote asset. */
    public static final Metric WORLD_PRICE = new Metric("world/", "/price");

    /** The name of the regime that the world is in. */
    public static final String WORLD_REGIME = "world/regime";

    /** In gwei per gas. */
    public static final Metric CHAIN_BASE_FEE = new Metric("chain/", "/base_fee_gwei");

    /** In gwei per unit of blob gas, of chains with blobs alone. */
    public static final Metric CHAIN_BLOB_BASE_FEE = new Metric("chain/", "/blob_base_fee_gwei");

    /** Of the latest block. */
    public static final Metric CHAIN_GAS_USED = new Metric("chain/", "/gas_used");

    /** Worth of everything on its way over a bridge, in the quote asset. */
    public static final Metric BRIDGE_IN_TRANSIT = new Metric("bridge/", "/in_transit");

    /** Least part of what a bridge owes of an asset that it has; of bridges with a committee. */
    public static final Metric BRIDGE_BACKING = new Metric("bridge/", "/backing");

    /** Quote per base. */
    public static final Metric VENUE_PRICE = new Metric("venue/", "/price");

    /** In basis points, of books alone. */
    public static final Metric VENUE_SPREAD = new Metric("venue/", "/spread_bps");

    /** Whole units of base, of perpetuals and futures alone: all long positions. */
    public static final Metric VENUE_OPEN_INTEREST = new Metric("venue/", "/open_interest");

    /** In basis points of the index, of perpetuals and futures alone: the mark price less the index. */
    public static final Metric VENUE_MARK_PREMIUM = new Metric("venue/", "/mark_premium_bps");

    /** In basis points of a position's worth, of perpetuals and futures alone: what longs paid at the last funding. */
    public static final Metric VENUE_FUNDING = new Metric("venue/", "/funding_bps");

    /** Whole units of base, of perpetuals and futures alone: positions liquidated so far. */
    public static final Metric VENUE_LIQUIDATED = new Metric("venue/", "/liquidated");

    /** Whole units of base, of perpetuals and futures alone: positions closed against bankrupt ones so far. */
    public static final Metric VENUE_DELEVERAGED = new Metric("venue/", "/deleveraged");

    /** In the quote asset, of perpetuals and futures alone: what is in the insurance fund. */
    public static final Metric VENUE_INSURANCE = new Metric("venue/", "/insurance");

    /** In what the oracle counts in, of lending markets alone: debts that no collateral covers any more. */
    public static final Metric VENUE_BAD_DEBT = new Metric("venue/", "/bad_debt");

    /** Of markets of options alone: open puts over open calls. */
    public static final Metric VENUE_PUT_CALL_RATIO = new Metric("venue/", "/put_call_ratio");

    /** In the venue's quote asset, of markets of options alone: what the vault would sell for each hundredth by which the price rises. */
    public static final Metric VENUE_GAMMA_EXPOSURE = new Metric("venue/", "/gamma_exposure");

    /** In the quote asset, at the world's prices. */
    public static final Metric AGENT_EQUITY = new Metric("agent/", "/equity");

    /** In the quote asset, at the prices that venues show. */
    public static final Metric AGENT_EQUITY_AT_VENUES = new Metric("agent/", "/equity_at_venues");

    /** How far the risk manager lets the agent go, in [0, 1]. */
    public static final Metric AGENT_SCALE = new Metric("agent/", "/scale");

    /** What part of each asset a lending market has lent, in [0, 1]; the asset's symbol is the id. */
    public static Metric utilisation(String venue) {
        return new Metric("venue/" + venue + "/utilisation/", "");
    }

    /** What borrowers of each asset pay a lending market, a year; the asset's symbol is the id. */
    public static Metric borrowRate(String venue) {
        return new Metric("venue/" + venue + "/borrow_rate/", "");
    }

    /** What a lending market's oracle tells of each asset but the quote asset; the asset's symbol is the id. */
    public static Metric oraclePrice(String venue) {
        return new Metric("venue/" + venue + "/oracle_price/", "");
    }

    /** What part of each collateral's worth debts may reach at a lending market, in [0, 1]; the asset's symbol is the id. */
    public static Metric threshold(String venue) {
        return new Metric("venue/" + venue + "/threshold/", "");
    }

    /** Volatility at the money of each expiry of a market of options; the hours from the start to it are the id. */
    public static Metric impliedVolatility(String venue) {
        return new Metric("venue/" + venue + "/implied_volatility/", "");
    }

    /** What is open of each right at a market of options, in its base asset; the right is the id. */
    public static Metric openInterest(String venue) {
        return new Metric("venue/" + venue + "/open_interest/", "");
    }

    /** What an agent holds of each asset, whose symbol is then the id. */
    public static Metric inventory(String agent) {
        return new Metric("agent/" + agent + "/inventory/", "");
    }

    /** An agent's position at each perpetual and future, negative of a short one, in its base asset; the venue is then the id. */
    public static Metric position(String agent) {
        return new Metric("agent/" + agent + "/position/", "");
    }

    /** The name of the series of one of them. */
    public String of(String id) {
        return prefix + id + suffix;
    }
}
