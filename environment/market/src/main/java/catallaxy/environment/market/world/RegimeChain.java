package catallaxy.environment.market.world;

import catallaxy.environment.base.random.RandomStream;
import catallaxy.environment.base.state.CorruptStateException;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import java.util.List;

/**
 * The current regime, and what the regimes of the last step amount to. Switches happen at their exact times inside a step:
 * holding times are exponential with the regime's total rate, targets are drawn in proportion to their rates. The sums over
 * the step make the processes exact at its end, however long it is. Owned by one world.
 */
final class RegimeChain {
    private final RegimeChainSpec spec;
    private final RandomStream random;
    private int current;
    private long nextSwitchNanos;

    private double years;
    private double driftShift;
    private double varianceYears;
    private double jumpYears;

    private RegimeChain(RegimeChainSpec spec, RandomStream random, int current, long nextSwitchNanos) {
        this.spec = spec;
        this.random = random;
        this.current = current;
        this.nextSwitchNanos = nextSwitchNanos;
    }

    static RegimeChain of(RegimeChainSpec spec, long seed) {
        RegimeChain chain = new RegimeChain(spec, RandomStream.of(seed, "world/regime"), spec.initialIndex(), 0);
        chain.scheduleSwitch(0);
        return chain;
    }

    void advance(long fromNanos, long toNanos) {
        years = 0;
        driftShift = 0;
        varianceYears = 0;
        jumpYears = 0;
        long at = fromNanos;
        while (nextSwitchNanos <= toNanos) {
            long switchNanos = nextSwitchNanos;
            spend(switchNanos - at);
            current = target(spec.ratesPerDay().get(current));
            scheduleSwitch(switchNanos);
            at = switchNanos;
        }
        spend(toNanos - at);
    }

    RegimeSpec regime() {
        return spec.regimes().get(current);
    }

    int index() {
        return current;
    }

    /** The length of the last step. */
    double years() {
        return years;
    }

    /** ∫ drift shift dt over the last step. */
    double driftShift() {
        return driftShift;
    }

    /** ∫ (volatility multiplier)² dt over the last step, in years. */
    double varianceYears() {
        return varianceYears;
    }

    /** ∫ jump-intensity multiplier dt over the last step, in years. */
    double jumpYears() {
        return jumpYears;
    }

    /** Other chances from here on, of the next switch too: how long a regime goes on does not depend on how long it has. */
    void divert(long nowNanos, long luck) {
        random.divert(luck);
        scheduleSwitch(nowNanos);
    }

    RegimeChain copy() {
        return new RegimeChain(spec, random.copy(), current, nextSwitchNanos);
    }

    void save(StateWriter out) {
        random.save(out);
        out.int32(current).int64(nextSwitchNanos);
    }

    static RegimeChain load(RegimeChainSpec spec, StateReader in) {
        RandomStream random = RandomStream.load(in);
        int current = in.int32();
        if (current < 0 || current >= spec.regimes().size()) {
            throw new CorruptStateException(
                    "regime " + current + ", expected 0 to " + (spec.regimes().size() - 1));
        }
        return new RegimeChain(spec, random, current, in.int64());
    }

    private void spend(long nanos) {
        RegimeSpec regime = regime();
        double span = Years.ofNanos(nanos);
        years += span;
        driftShift += regime.driftShiftPerYear() * span;
        varianceYears += regime.volatilityMultiplier() * regime.volatilityMultiplier() * span;
        jumpYears += regime.jumpIntensityMultiplier() * span;
    }

    private int target(List<Double> rates) {
        double rest = random.nextDouble() * total(rates);
        int last = current;
        for (int i = 0; i < rates.size(); i++) {
            if (rates.get(i) > 0) {
                last = i;
                rest -= rates.get(i);
                if (rest < 0) {
                    return i;
                }
            }
        }
        return last;
    }

    private void scheduleSwitch(long fromNanos) {
        double rate = total(spec.ratesPerDay().get(current));
        double holdNanos = rate == 0 ? Double.POSITIVE_INFINITY : random.nextExponential() / rate * Years.NANOS_PER_DAY;
        nextSwitchNanos = holdNanos < Long.MAX_VALUE - fromNanos ? fromNanos + (long) holdNanos : Long.MAX_VALUE;
    }

    private static double total(List<Double> rates) {
        double total = 0;
        for (double rate : rates) {
            total += rate;
        }
        return total;
    }
}
