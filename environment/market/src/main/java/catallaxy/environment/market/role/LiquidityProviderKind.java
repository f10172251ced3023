package catallaxy.environment.market.role;

import catallaxy.environment.market.contract.Kinds;
import java.util.List;

/** The liquidity provider, as scenarios name it. */
public final class LiquidityProviderKind implements RoleKind<RoleSpec.LiquidityProvider> {
    private static final RoleKey POOLS = RoleKey.required(
            "pools", RoleKey.Type.VENUES, "The pools in which it may deposit, each against the quote asset.");
    private static final RoleKey HEDGES = new RoleKey(
            "hedges",
            RoleKey.Type.VENUES,
            "",
            "[]",
            "Venues on which it may undo what the pools do to its holdings of their base assets.");
    private static final RoleKey MIN_TRADE =
            RoleKey.number("min-trade", "0 to 1e15", "100", "Smaller adjustments are left alone, quote units.");
    private static final RoleKey MAX_SLIPPAGE = RoleKey.number(
            "max-slippage",
            "0 to 1",
            "0.01",
            "Fraction by which what a deposit, a withdrawal or a swap gets may fall short of what was expected.");
    private static final RoleKey HALF_LIFE = new RoleKey(
            "half-life",
            RoleKey.Type.DURATION,
            "1 s to 365 d",
            "6 h",
            "Half-life of the observed volatility and fee yield.");

    @Override
    public String name() {
        return "liquidity-provider";
    }

    @Override
    public Class<RoleSpec.LiquidityProvider> spec() {
        return RoleSpec.LiquidityProvider.class;
    }

    @Override
    public String summary() {
        return "Deposits in pools for their fees, and takes out again";
    }

    @Override
    public String detail() {
        return """
                Chooses for each pool what share of its equity lies there; swaps for the pool's ratio where it has to.
                With policy fees-over-loss (Milionis, Moallemi, Roughgarden and Zhang 2022):
                Deposits           where fees come to more than the expected loss versus rebalancing, sigma^2 / 8 of a
                                   constant product, and the gain until the horizon to more than the gas
                Size               depth (sqrt(fees / loss) - 1), beyond which its own deposit dilutes the fees too far""";
    }

    @Override
    public String cadence() {
        return "10 m";
    }

    @Override
    public List<RoleKey> keys() {
        return List.of(POOLS, HEDGES, MIN_TRADE, MAX_SLIPPAGE, HALF_LIFE);
    }

    @Override
    public RoleSpec.LiquidityProvider read(RoleSettings settings) {
        for (int pool : settings.venues(POOLS)) {
            settings.spec(pool)
                    .filter(venue -> !LiquidityProviderRole.fits(venue, settings.quoteAsset()))
                    .ifPresent(_ -> settings.reject(POOLS, "pools against the quote asset that take deposits"));
        }
        for (int venue : settings.venues(HEDGES)) {
            settings.spec(venue)
                    .filter(each -> each.quote() != settings.quoteAsset()
                            || !Kinds.registered().exchanges(each))
                    .ifPresent(_ -> settings.reject(HEDGES, "venues against the quote asset"));
        }
        return settings.record(RoleSpec.LiquidityProvider.class);
    }

    @Override
    public String example() {
        return "pools = [rollup-ETH-USDC, mainnet-ETH-USDC], hedges = [spot-ETH-USDC],"
                + " holdings { rollup { ETH = 10, USDC = 30000 }, mainnet { ETH = 5, USDC = 15000 } }";
    }
}
