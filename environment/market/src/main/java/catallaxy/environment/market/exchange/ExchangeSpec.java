package catallaxy.environment.market.exchange;

import catallaxy.environment.base.check.Checks;
import catallaxy.environment.market.book.SelfTradePrevention;
import catallaxy.environment.market.outage.OutageSpec;

/**
 * An order-book exchange as the scenario describes it.
 *
 * @param id                    name, unique among chains and exchanges
 * @param makerFeePips          of the notional, in millionths, rounded up, paid in the quote asset
 * @param takerFeePips          of the notional, in millionths, rounded up, paid in the quote asset
 * @param latencyNanos          least one-way delay from a participant to the matching engine
 * @param latencyJitter         mean of the random part of a delay, which is exponential, as a share of its least
 * @param depositConfirmations  blocks after inclusion until a deposit is credited
 * @param withdrawalDelayNanos  from request to arrival on the chain
 * @param selfTradePrevention   what happens where an incoming order reaches a resting one of its owner
 * @param outages               when it refuses everything
 */
public record ExchangeSpec(
        String id,
        long makerFeePips,
        long takerFeePips,
        long latencyNanos,
        double latencyJitter,
        int depositConfirmations,
        long withdrawalDelayNanos,
        SelfTradePrevention selfTradePrevention,
        OutageSpec outages) {
    public ExchangeSpec {
        Checks.inRange("makerFeePips", makerFeePips, 0, 100_000);
        Checks.inRange("takerFeePips", takerFeePips, 0, 100_000);
        Checks.inRange("latencyNanos", latencyNanos, 0, 60_000_000_000L);
        Checks.inRange("latencyJitter", latencyJitter, 0, 10);
        Checks.inRange("depositConfirmations", depositConfirmations, 0, 10_000);
        Checks.inRange("withdrawalDelayNanos", withdrawalDelayNanos, 0, 7 * 86_400_000_000_000L);
        Checks.present("selfTradePrevention", "a mode", selfTradePrevention);
    }

    /** An exchange that is always open. */
    public ExchangeSpec(
            String id,
            long makerFeePips,
            long takerFeePips,
            long latencyNanos,
            double latencyJitter,
            int depositConfirmations,
            long withdrawalDelayNanos,
            SelfTradePrevention selfTradePrevention) {
        this(
                id,
                makerFeePips,
                takerFeePips,
                latencyNanos,
                latencyJitter,
                depositConfirmations,
                withdrawalDelayNanos,
                selfTradePrevention,
                OutageSpec.NONE);
    }

    /** An exchange that cancels resting orders which an order of their owner reaches. */
    public ExchangeSpec(
            String id,
            long makerFeePips,
            long takerFeePips,
            long latencyNanos,
            double latencyJitter,
            int depositConfirmations,
            long withdrawalDelayNanos) {
        this(
                id,
                makerFeePips,
                takerFeePips,
                latencyNanos,
                latencyJitter,
                depositConfirmations,
                withdrawalDelayNanos,
                SelfTradePrevention.CANCEL_RESTING);
    }
}
