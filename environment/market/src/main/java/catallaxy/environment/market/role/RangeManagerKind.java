package catallaxy.environment.market.role;

import catallaxy.environment.api.venue.Quoting;
import catallaxy.environment.api.venue.RangeLiquidity;
import catallaxy.environment.market.contract.Kinds;
import catallaxy.environment.market.venue.VenueSpec;
import java.util.List;

/** The manager of a range, as scenarios name it. */
public final class RangeManagerKind implements RoleKind<RangeManagerSpec> {
    private static final RoleKey POOL =
            RoleKey.required("pool", RoleKey.Type.VENUE, "The pool with liquidity in ranges, against the quote asset.");
    private static final RoleKey MAX_WIDTH = RoleKey.number(
            "max-width",
            "0.001 to 1000",
            "1",
            "How far above its centre a range may reach at most, as a fraction of it; below in the same ratio.");
    private static final RoleKey MIN_TRADE =
            RoleKey.number("min-trade", "0 to 1e15", "100", "Less than that is not deposited, quote units.");
    private static final RoleKey MAX_SLIPPAGE = RoleKey.number(
            "max-slippage", "0 to 1", "0.01", "Fraction by which the price may move until a range is opened.");
    private static final RoleKey HALF_LIFE = new RoleKey(
            "half-life", RoleKey.Type.DURATION, "1 s to 365 d", "6 h", "Half-life of the observed volatility.");

    @Override
    public String name() {
        return "range-manager";
    }

    @Override
    public Class<RangeManagerSpec> spec() {
        return RangeManagerSpec.class;
    }

    @Override
    public String summary() {
        return "Keeps its liquidity in one range of prices about the price of a pool";
    }

    @Override
    public String detail() {
        return """
                Chooses how wide its range is, where its centre lies, and how far the price may stray from that before the range is
                moved, which costs gas and the fee of a swap for the new ratio. Its reward leaves out what the price does to what it
                owns: fees less the loss versus rebalancing and costs. Policy range-width is wide, narrow or follows volatility.""";
    }

    @Override
    public String cadence() {
        return "10 m";
    }

    @Override
    public List<RoleKey> keys() {
        return List.of(POOL, MAX_WIDTH, MIN_TRADE, MAX_SLIPPAGE, HALF_LIFE);
    }

    @Override
    public RangeManagerSpec read(RoleSettings settings) {
        settings.spec(settings.venue(POOL))
                .filter(venue -> !fits(venue, settings.quoteAsset()))
                .ifPresent(_ -> settings.reject(POOL, "a pool against the quote asset that takes liquidity in ranges"));
        return settings.record(RangeManagerSpec.class);
    }

    /** Whether a venue takes ranges of an asset against the quote asset. */
    static boolean fits(VenueSpec venue, int quoteAsset) {
        return venue instanceof VenueSpec.OnChain pool
                && pool.quote() == quoteAsset
                && Kinds.registered().capabilities(pool).containsAll(List.of(RangeLiquidity.class, Quoting.class));
    }

    @Override
    public String example() {
        return "pool = ranges, holdings { mainnet { ETH = 10, USDC = 30000 } }";
    }

    @Override
    public List<ExampleVenue> exampleVenues(String agent) {
        return List.of(new ExampleVenue(
                "ranges",
                "{ kind = uniswap-v3, chain = mainnet, base = ETH, quote = USDC, reserve-base = worth 1000000,"
                        + " reserve-quote = 1000000 }"));
    }
}
