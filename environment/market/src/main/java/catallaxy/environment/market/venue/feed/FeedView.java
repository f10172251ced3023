package catallaxy.environment.market.venue.feed;

import catallaxy.environment.api.command.Call;
import catallaxy.environment.api.venue.PriceFeed;
import catallaxy.environment.api.view.MarketView;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.market.ledger.Ledger;
import java.util.List;
import java.util.OptionalInt;

/** What a feed offers those who read it and those who report to it. */
record FeedView(FeedSpec spec, int venue, FeedContract contract, Ledger ledger, MarketView market)
        implements PriceFeed {
    private static final long NANOS = 1_000_000_000L;
    private static final double WHOLE_BPS = 1e4;

    @Override
    public List<Integer> assets() {
        return spec.assets();
    }

    @Override
    public UInt256 answerE8(int asset) {
        return contract.round(asset).answer().priceE8();
    }

    @Override
    public long ageSeconds(int asset) {
        return age(contract.round(asset).answer());
    }

    private long age(FeedRound.Told told) {
        return market.timeNanos() / NANOS - told.seconds();
    }

    @Override
    public OptionalInt reporter(int account) {
        int reporter = contract.reporter(ledger, account);
        return reporter < 0 ? OptionalInt.empty() : OptionalInt.of(reporter);
    }

    @Override
    public int reporters() {
        return spec.reporters().size();
    }

    @Override
    public UInt256 reportE8(int reporter, int asset) {
        return contract.round(asset).reports().get(reporter).priceE8();
    }

    @Override
    public long reportAgeSeconds(int reporter, int asset) {
        return age(contract.round(asset).reports().get(reporter));
    }

    @Override
    public long heartbeatSeconds() {
        return spec.heartbeatSeconds();
    }

    @Override
    public double deviation() {
        return spec.deviationBps() / WHOLE_BPS;
    }

    @Override
    public Call report(int asset, UInt256 priceE8) {
        return new ReportPrice(venue, asset, priceE8);
    }
}
