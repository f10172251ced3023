package catallaxy.environment.market.population;

import catallaxy.environment.api.command.Call;
import catallaxy.environment.api.venue.Lending;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import catallaxy.environment.market.engine.MarketEngine;
import java.util.Arrays;

/**
 * Keeps the thresholds of a lending market where a liquidator still gains after a fall that is likely while it takes its time. At
 * volatility σ over a horizon h, a position at its threshold is worth exp(−k σ √h) of itself then, and a liquidator pays debts of
 * 1 / (1 + bonus) of the worth that it gets: {@code threshold = exp(−k σ √h) / (1 + bonus)}, within the market's bounds and a step at a
 * time. σ² is the mean of squared logarithmic moves of the oracle's price, weighted exponentially. Owned by one group.
 */
final class RiskStewarding implements Behaviour {
    private static final int PATIENCE_BLOCKS = 20;
    private static final double NANOS = 1e9;
    private static final double WHOLE_BPS = 1e4;
    /** Of the memory for one asset: the last price, its second, the weighted variance a second, the weights. */
    private static final int PRICE = 0;

    private static final int SECOND = 1;
    private static final int VARIANCE = 2;
    private static final int WEIGHT = 3;
    private static final int EACH = 4;

    private final RiskStewardSpec spec;
    private final double[] memory;
    private long nextNanos;

    private RiskStewarding(RiskStewardSpec spec, double[] memory, long nextNanos) {
        this.spec = spec;
        this.memory = memory;
        this.nextNanos = nextNanos;
    }

    /** The first look is at a random time of the first period. One word. */
    static RiskStewarding open(RiskStewardSpec spec, GroupAccount account, MarketEngine market) {
        long first = 1 + account.random().nextLong(spec.refreshNanos());
        return new RiskStewarding(spec, new double[EACH * assets(spec, market)], market.timeNanos() + first);
    }

    private static int assets(RiskStewardSpec spec, MarketEngine market) {
        return spec.venues().stream()
                .mapToInt(venue -> market.offered(venue, Lending.class).assets().size())
                .sum();
    }

    static RiskStewarding load(StateReader in, RiskStewardSpec spec, MarketEngine market) {
        double[] memory = new double[EACH * assets(spec, market)];
        long next = in.int64();
        Arrays.setAll(memory, _ -> in.float64());
        return new RiskStewarding(spec, memory, next);
    }

    @Override
    public long nextWakeNanos() {
        return nextNanos;
    }

    @Override
    public void wake(MarketEngine market, GroupAccount account) {
        nextNanos = market.timeNanos() + spec.refreshNanos();
        int at = 0;
        for (int venue : spec.venues()) {
            Lending lending = market.offered(venue, Lending.class);
            int chain = market.spec().placeOfVenue(venue);
            boolean may = lending.mayChangeTerms(market.accounts().free(account.participant(), chain))
                    && market.dealings(account.participant()).pending(chain) == 0;
            for (int asset : lending.assets()) {
                note(at, lending.price(asset), market.timeNanos() / NANOS);
                if (may && spec.adaptive()) {
                    adapt(market, account, new Reserve(lending, chain, asset), deviation(at));
                }
                at += EACH;
            }
        }
    }

    /** Takes note of a price; of none it does not. */
    private void note(int at, double price, double seconds) {
        double since = seconds - memory[at + SECOND];
        if (price > 0 && memory[at + PRICE] > 0 && since > 0) {
            double move = StrictMath.log(price / memory[at + PRICE]);
            double keep = StrictMath.pow(2, -since * NANOS / spec.halfLifeNanos());
            memory[at + VARIANCE] = keep * memory[at + VARIANCE] + (1 - keep) * (move * move / since);
            memory[at + WEIGHT] = keep * memory[at + WEIGHT] + (1 - keep);
        }
        if (price > 0) {
            memory[at + PRICE] = price;
            memory[at + SECOND] = seconds;
        }
    }

    /** Volatility per root of a second; negative before the first move. */
    private double deviation(int at) {
        return memory[at + WEIGHT] > 0 ? StrictMath.sqrt(memory[at + VARIANCE] / memory[at + WEIGHT]) : -1;
    }

    /** An asset of a market. */
    private record Reserve(Lending lending, int chain, int asset) {}

    private void adapt(MarketEngine market, GroupAccount account, Reserve reserve, double deviation) {
        Lending lending = reserve.lending();
        double present = lending.threshold(reserve.asset());
        if (deviation < 0 || present == 0) {
            return;
        }
        double survives = StrictMath.exp(-spec.deviations() * deviation * StrictMath.sqrt(spec.horizonNanos() / NANOS));
        double wanted = Math.clamp(
                survives / (1 + lending.bonus(reserve.asset())), lending.leastThreshold(), lending.mostThreshold());
        double threshold = near(present, wanted, lending.termsStep());
        double loan = near(
                lending.loanToValue(reserve.asset()),
                StrictMath.max(0, threshold - spec.gapBps() / WHOLE_BPS),
                lending.termsStep());
        if (StrictMath.abs(threshold - present) * WHOLE_BPS >= spec.leastChangeBps()) {
            Call call = lending.setTerms(reserve.asset(), StrictMath.min(loan, threshold), threshold);
            account.send(market, reserve.chain(), call, PATIENCE_BLOCKS);
        }
    }

    private static double near(double present, double wanted, double step) {
        return Math.clamp(wanted, present - step, present + step);
    }

    @Override
    public RiskStewarding copy() {
        return new RiskStewarding(spec, memory.clone(), nextNanos);
    }

    @Override
    public void save(StateWriter out) {
        out.int64(nextNanos);
        for (double each : memory) {
            out.float64(each);
        }
    }
}
