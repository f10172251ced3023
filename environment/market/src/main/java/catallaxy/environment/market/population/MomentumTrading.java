package catallaxy.environment.market.population;

import catallaxy.environment.api.command.Side;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import catallaxy.environment.market.engine.MarketEngine;

/** Traders that buy after rises and sell after falls: each arrival looks at one venue's change over the lookback. */
final class MomentumTrading implements Behaviour {
    private static final double BPS = 1e-4;

    private final MomentumSpec spec;
    private final Arrivals arrivals;
    private final PriceMemory memory;

    private MomentumTrading(MomentumSpec spec, Arrivals arrivals, PriceMemory memory) {
        this.spec = spec;
        this.arrivals = arrivals;
        this.memory = memory;
    }

    static MomentumTrading open(MomentumSpec spec, GroupAccount account, MarketEngine market) {
        Arrivals arrivals = Arrivals.open(market, spec.ratePerHour(), account.random());
        return new MomentumTrading(spec, arrivals, PriceMemory.open(spec.venues(), spec.lookbackNanos(), market));
    }

    @Override
    public long nextWakeNanos() {
        return StrictMath.min(memory.nextNanos(), arrivals.nextNanos());
    }

    @Override
    public void wake(MarketEngine market, GroupAccount account) {
        if (memory.nextNanos() <= market.timeNanos()) {
            memory.sample(market);
        }
        if (arrivals.nextNanos() <= market.timeNanos() && arrivals.take(market, account.random())) {
            act(market, account);
        }
    }

    private void act(MarketEngine market, GroupAccount account) {
        int venue = account.draw(spec.venues());
        double size = account.draw(spec.tradeSize());
        double change = memory.change(market, venue);
        if (StrictMath.abs(change) > spec.thresholdBps() * BPS) {
            account.trade(market, venue, change > 0 ? Side.BUY : Side.SELL, size);
        }
    }

    @Override
    public MomentumTrading copy() {
        return new MomentumTrading(spec, arrivals.copy(), memory.copy());
    }

    @Override
    public void save(StateWriter out) {
        arrivals.save(out);
        memory.save(out);
    }

    static MomentumTrading load(StateReader in, MomentumSpec spec, MarketEngine market) {
        Arrivals arrivals = Arrivals.load(in, market, spec.ratePerHour());
        return new MomentumTrading(spec, arrivals, PriceMemory.load(in, spec.venues(), spec.lookbackNanos()));
    }
}
