package catallaxy.environment.market.venue.uniswapv4;

import catallaxy.environment.base.check.Checks;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.market.venue.VenueSpec;
import catallaxy.environment.market.venue.adaptive.FeeRule;
import catallaxy.environment.market.venue.adaptive.SteeredFee;
import java.util.Optional;

/**
 * A Uniswap V4 pool; currency0 is the base asset and currency1 the quote asset, as if the base asset had the lower address.
 *
 * @param chain          index of the chain, all of whose pools are of one contract
 * @param reserve0       base asset that there is for the first position, base units; with {@code reserve1} it is the initial price
 * @param reserve1       quote asset that there is for the first position, base units
 * @param feePips        of the liquidity, millionths of what is paid in, 0…1,000,000; without meaning where a hook sets the fee
 * @param tickSpacing    distance of the ticks at which positions may begin and end, 1…32,767
 * @param rangePercent   how far above the price, per cent, the first position reaches, and below in the same ratio; 0 for all prices
 * @param protocolPips   what the protocol takes of either direction, 0…1,000
 * @param hook           rule of the pool's hook, which sets its fee
 */
public record UniswapV4Spec(
        String id,
        int chain,
        int base,
        int quote,
        UInt256 reserve0,
        UInt256 reserve1,
        int feePips,
        int tickSpacing,
        double rangePercent,
        int protocolPips,
        Optional<FeeRule> hook)
        implements VenueSpec.OnChain {
    public UniswapV4Spec {
        Checks.that(base != quote, "quote", "another asset than the base", "the same");
        Checks.that(reserve0.bitLength() <= 112, "reserve0", "less than 2^112 base units", reserve0);
        Checks.that(reserve1.bitLength() <= 112, "reserve1", "less than 2^112 base units", reserve1);
        Checks.inRange("feePips", feePips, 0, V4Fees.ALL_PIPS);
        Checks.inRange("tickSpacing", tickSpacing, V4Pools.MIN_TICK_SPACING, V4Pools.MAX_TICK_SPACING);
        Checks.that(rangePercent >= 0 && rangePercent <= 1e6, "rangePercent", "0 to 1,000,000", rangePercent);
        Checks.inRange("protocolPips", protocolPips, 0, V4Fees.MOST_OF_PROTOCOL);
    }

    /** A pool without a hook. */
    public UniswapV4Spec(
            String id,
            int chain,
            int base,
            int quote,
            UInt256 reserve0,
            UInt256 reserve1,
            int feePips,
            int tickSpacing,
            double rangePercent,
            int protocolPips) {
        this(
                id,
                chain,
                base,
                quote,
                reserve0,
                reserve1,
                feePips,
                tickSpacing,
                rangePercent,
                protocolPips,
                Optional.empty());
    }

    /** The same pool with a hook. */
    public UniswapV4Spec with(FeeRule rule) {
        return new UniswapV4Spec(
                id,
                chain,
                base,
                quote,
                reserve0,
                reserve1,
                feePips,
                tickSpacing,
                rangePercent,
                protocolPips,
                Optional.of(rule));
    }

    /** One contract for all pools of a chain. */
    @Override
    public Object host() {
        return UniswapV4Spec.class;
    }

    @Override
    public Optional<VenueSpec.FeeSteering> feeSteering() {
        return hook.flatMap(rule -> rule instanceof SteeredFee steered
                ? Optional.of(new VenueSpec.FeeSteering(
                        steered.controller(),
                        steered.feePips(true, 0),
                        steered.bounds().lowPips(),
                        steered.bounds().highPips()))
                : Optional.<VenueSpec.FeeSteering>empty());
    }

    /** @param hookAccount of its hook, or {@link V4PoolKey#NO_HOOK} */
    V4PoolKey key(int hookAccount) {
        return new V4PoolKey(base, quote, hook.isEmpty() ? feePips : V4Fees.DYNAMIC, tickSpacing, hookAccount);
    }
}
