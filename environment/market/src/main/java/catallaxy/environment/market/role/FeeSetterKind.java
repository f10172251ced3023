package catallaxy.environment.market.role;

import catallaxy.environment.market.venue.VenueSpec;
import java.util.List;

/** The setter of a pool's fee, as scenarios name it. */
public final class FeeSetterKind implements RoleKind<FeeSetterSpec> {
    private static final RoleKey POOL = RoleKey.required(
            "pool", RoleKey.Type.VENUE, "The pool whose fee it sets, and which names it as its controller.");
    private static final RoleKey HALF_LIFE = new RoleKey(
            "half-life", RoleKey.Type.DURATION, "1 s to 365 d", "10 m", "Half-life of the observed volatility.");
    private static final RoleKey MIN_CHANGE = RoleKey.number(
            "min-change",
            "0 to 1",
            "0.02",
            "Changes by a smaller part of the present fee are left alone, to save gas.");

    @Override
    public String name() {
        return "fee-setter";
    }

    @Override
    public Class<FeeSetterSpec> spec() {
        return FeeSetterSpec.class;
    }

    @Override
    public String summary() {
        return "Sets the fee of a pool, for those who provide its liquidity";
    }

    @Override
    public String detail() {
        return """
                Chooses a fee within the bounds of the pool's hook at each epoch; observes volatility, flow, volume and depth. It is
                rewarded with what swaps brought all providers of the pool, at the world's prices: fees less the loss versus
                rebalancing. What it owns is for gas.""";
    }

    @Override
    public String cadence() {
        return "1 m";
    }

    @Override
    public List<RoleKey> keys() {
        return List.of(POOL, HALF_LIFE, MIN_CHANGE);
    }

    @Override
    public FeeSetterSpec read(RoleSettings settings) {
        settings.spec(settings.venue(POOL))
                .filter(venue -> !steers(venue, settings.agent()))
                .ifPresent(_ -> settings.reject(POOL, "a pool with a fee that " + settings.agent() + " controls"));
        return settings.record(FeeSetterSpec.class);
    }

    @Override
    public String example() {
        return "pool = steered, holdings { mainnet { ETH = 1 } }";
    }

    @Override
    public List<ExampleVenue> exampleVenues(String agent) {
        return List.of(new ExampleVenue(
                "steered",
                "{ kind = uniswap-v4, chain = mainnet, base = ETH, quote = USDC, reserve-base = worth 1000000,"
                        + " reserve-quote = 1000000, hook { kind = controlled-fee, controller = " + agent + " } }"));
    }

    private static boolean steers(VenueSpec venue, String agent) {
        return FeeSetterSpec.steered(venue)
                .filter(fee -> fee.controller().equals(agent))
                .isPresent();
    }
}
