package catallaxy.environment.market.population;

import catallaxy.environment.api.command.Side;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import catallaxy.environment.market.engine.MarketEngine;

/** Traders that buy after rises and sell after falls: each arrival looks at one venue's change over the lookback. */
final class MomentumGroup implements PopulationGroup {
    private static final double BPS = 1e-4;

    private final GroupSpec.Momentum spec;
    private final int[] venues;
    private final GroupAccount account;
    private final Arrivals arrivals;
    private final PriceMemory memory;

    private MomentumGroup(
            GroupSpec.Momentum spec, int[] venues, GroupAccount account, Arrivals arrivals, PriceMemory memory) {
        this.spec = spec;
        this.venues = venues;
        this.account = account;
        this.arrivals = arrivals;
        this.memory = memory;
    }

    static MomentumGroup open(GroupSpec.Momentum spec, GroupAccount account, MarketEngine market) {
        int[] venues = GroupAccount.venues(spec);
        Arrivals arrivals = Arrivals.open(market, spec.ratePerHour(), account.random());
        return new MomentumGroup(
                spec, venues, account, arrivals, PriceMemory.open(venues, spec.lookbackNanos(), market));
    }

    @Override
    public int participant() {
        return account.participant();
    }

    @Override
    public long nextWakeNanos() {
        return StrictMath.min(memory.nextNanos(), arrivals.nextNanos());
    }

    @Override
    public void wake(MarketEngine market) {
        if (memory.nextNanos() <= market.timeNanos()) {
            memory.sample(market);
        }
        if (arrivals.nextNanos() <= market.timeNanos() && arrivals.take(market, account.random())) {
            act(market);
        }
    }

    private void act(MarketEngine market) {
        int venue = account.draw(venues);
        double size = account.draw(spec.tradeSize());
        double change = memory.change(market, venue);
        if (StrictMath.abs(change) > spec.thresholdBps() * BPS) {
            account.trade(market, venue, change > 0 ? Side.BUY : Side.SELL, size);
        }
    }

    @Override
    public MomentumGroup copy() {
        return new MomentumGroup(spec, venues, account.copy(), arrivals.copy(), memory.copy());
    }

    @Override
    public void save(StateWriter out) {
        account.save(out);
        arrivals.save(out);
        memory.save(out);
    }

    static MomentumGroup load(StateReader in, GroupSpec.Momentum spec, MarketEngine market) {
        int[] venues = GroupAccount.venues(spec);
        GroupAccount account = GroupAccount.load(in);
        Arrivals arrivals = Arrivals.load(in, market, spec.ratePerHour());
        return new MomentumGroup(spec, venues, account, arrivals, PriceMemory.load(in, venues, spec.lookbackNanos()));
    }
}
