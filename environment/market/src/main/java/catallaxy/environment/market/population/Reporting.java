package catallaxy.environment.market.population;

import catallaxy.environment.api.venue.PriceFeed;
import catallaxy.environment.base.number.BaseUnits;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.market.engine.MarketEngine;
import catallaxy.environment.market.oracle.PriceOracle;
import java.util.OptionalInt;

/**
 * Looks at the world's prices at equal distances in time, each with a noise of its own, and reports those that have moved by more than
 * the feed's deviation, or whose last report is a heartbeat old. A report is a transaction that pays gas and waits for its block; while
 * one waits, no other is sent.
 */
record Reporting(ReporterSpec spec) implements Act {
    /** A report is dropped where no block takes it: an older price than the next look has is of no use. */
    private static final int PATIENCE_BLOCKS = 100;

    private static final double WHOLE_BPS = 1e4;

    @Override
    public void at(MarketEngine market, GroupAccount account) {
        for (int venue : spec.venues()) {
            PriceFeed feed = market.offered(venue, PriceFeed.class);
            int chain = market.spec().placeOfVenue(venue);
            OptionalInt reporter = feed.reporter(market.accounts().free(account.participant(), chain));
            boolean waits = market.dealings(account.participant()).pending(chain) > 0;
            for (int asset : feed.assets()) {
                double noise = account.random().nextGaussian();
                if (asset != market.map().quoteAsset() && reporter.isPresent() && !waits) {
                    report(market, account, new Duty(feed, chain, reporter.getAsInt(), asset), noise);
                }
            }
        }
    }

    /** What a reporter answers for. */
    private record Duty(PriceFeed feed, int chain, int reporter, int asset) {
        UInt256 last() {
            return feed.reportE8(reporter, asset);
        }

        boolean isDue(UInt256 price) {
            double moved = StrictMath.abs(price.doubleValue() / last().doubleValue() - 1);
            return last().isZero()
                    || moved > feed.deviation()
                    || feed.reportAgeSeconds(reporter, asset) >= feed.heartbeatSeconds();
        }
    }

    private void report(MarketEngine market, GroupAccount account, Duty duty, double noise) {
        ReporterFault fault = spec.faultAt(market.timeNanos());
        double seen = market.worldPrice(duty.asset()) * StrictMath.exp(noise * spec.noiseBps() / WHOLE_BPS);
        double told = fault == ReporterFault.BRIBED ? seen * (1 + spec.biasBps() / WHOLE_BPS) : seen;
        UInt256 price = fault == ReporterFault.STUCK && !duty.last().isZero()
                ? duty.last()
                : BaseUnits.floor(told, PriceOracle.DECIMALS);
        if (fault != ReporterFault.SILENT && !price.isZero() && duty.isDue(price)) {
            account.send(market, duty.chain(), duty.feed().report(duty.asset(), price), PATIENCE_BLOCKS);
        }
    }
}
