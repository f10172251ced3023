package catallaxy.environment.market.arbitrage;

import catallaxy.environment.api.command.Call;
import catallaxy.environment.base.number.BaseUnits;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.market.trading.Maximum;
import catallaxy.environment.market.trading.RouteOptimum;
import java.math.BigInteger;
import java.util.Optional;

/**
 * A cycle with the input that gains most, exact to the base unit's rounding: what comes back less what was put in, the fee of a loan and
 * gas. Base units of the asset that it starts with.
 *
 * <p>The algorithm: in whole units the gain is concave, and the best input follows in closed form piece by piece, {@link RouteOptimum}, or
 * where a conversion has no pieces by the golden section between two doublings around the best of all doublings, which also passes the dip
 * of a fixed fee. From there it goes in integers, in steps from 2⁻¹⁰ of it down to one base unit, as long as exact quotes gain more. Where
 * an asset on the way has few decimals, many inputs give the same: of those the least counts, without which the search would end on a step that
 * rounding makes. What is lost by rounding is what a concave function loses between neighbours and the roundings of the legs.
 *
 * @param in  to be put in
 * @param out that comes back
 * @param fee of a loan of the input
 * @param gas of the round
 */
public record SizedCycle(Cycle cycle, UInt256 in, UInt256 out, UInt256 fee, UInt256 gas) {
    private static final int DOUBLINGS = 140;
    private static final int GOLDEN_STEPS = 60;
    private static final double SMALLEST = 1e-12;
    private static final int FIRST_STEP_BITS = 10;

    /** The size that gains most; empty where none gains after gas. */
    public static Optional<SizedCycle> of(Cycle cycle, RoundTerms terms) {
        UInt256 start = units(optimum(cycle), terms.decimals()).min(terms.most());
        SizedCycle best = refined(at(cycle, terms, start), terms);
        return best.gain().signum() > 0 ? Optional.of(best) : Optional.empty();
    }

    /** The cycle at an input, whatever it gains. */
    static SizedCycle at(Cycle cycle, RoundTerms terms, UInt256 in) {
        return new SizedCycle(cycle, in, cycle.outUnits(in), terms.loanFee().of(in), terms.gas());
    }

    /** The same cycle with one of so many equal parts of the input, without gas and loan. */
    SizedCycle part(int parts) {
        return parts == 1 ? this : at(cycle, RoundTerms.free(0), in.dividedBy(UInt256.of(parts)));
    }

    /** What is gained after everything; negative where it loses. */
    public BigInteger gain() {
        return out.toBigInteger()
                .subtract(in.toBigInteger())
                .subtract(fee.toBigInteger())
                .subtract(gas.toBigInteger());
    }

    /** What must come back for the round to lose nothing. */
    public UInt256 least() {
        return in.plusExact(fee).plusExact(gas);
    }

    /** The swap that makes this round or reverts where it would lose; empty where the cycle is not one transaction. */
    public Optional<Call> call() {
        return cycle.call(in, least());
    }

    private static double optimum(Cycle cycle) {
        return RouteOptimum.along(cycle.legs().stream().map(Conversion::pieces).toList())
                .map(RouteOptimum::spent)
                .orElseGet(() -> searched(cycle));
    }

    private static double searched(Cycle cycle) {
        double best = SMALLEST;
        double most = Double.NEGATIVE_INFINITY;
        double in = SMALLEST;
        for (int i = 0; i < DOUBLINGS; i++, in *= 2) {
            double gain = cycle.out(in) - in;
            if (gain > most) {
                most = gain;
                best = in;
            }
        }
        return Maximum.of(x -> cycle.out(x) - x, best / 2, best * 2, GOLDEN_STEPS);
    }

    private static UInt256 units(double whole, int decimals) {
        return BaseUnits.floor(whole, decimals);
    }

    private static SizedCycle refined(SizedCycle start, RoundTerms terms) {
        SizedCycle best = start.trimmed(terms);
        BigInteger stair = best.stair().toBigInteger().shiftLeft(1);
        UInt256 step = start.in.shiftRight(FIRST_STEP_BITS).max(UInt256.ONE);
        while (!step.isZero()) {
            SizedCycle more = best.within(best.in.plusExact(step).min(terms.most()), terms, stair);
            SizedCycle less = best.within(best.in.minusExact(step.min(best.in)), terms, stair);
            SizedCycle better = more.gain().compareTo(less.gain()) > 0 ? more : less;
            if (better.gain().compareTo(best.gain()) > 0) {
                best = better;
            } else {
                step = step.shiftRight(1);
            }
        }
        return best;
    }

    /** At another input, trimmed unless that cannot make it the better one. */
    private SizedCycle within(UInt256 other, RoundTerms terms, BigInteger stair) {
        if (other.equals(in)) {
            return this;
        }
        SizedCycle there = at(cycle, terms, other);
        return there.gain().add(stair).compareTo(gain()) > 0 ? there.trimmed(terms) : there;
    }

    /** With the least input for which as much comes back. */
    private SizedCycle trimmed(RoundTerms terms) {
        UInt256 least = in;
        UInt256 step = UInt256.ONE;
        while (isEnough(least, step)) {
            least = least.minusExact(step);
            step = step.shiftLeft(1);
        }
        for (; !step.isZero(); step = step.shiftRight(1)) {
            least = isEnough(least, step) ? least.minusExact(step) : least;
        }
        return least.equals(in) ? this : at(cycle, terms, least);
    }

    /** Whether as much comes back of so much less. */
    private boolean isEnough(UInt256 input, UInt256 less) {
        return less.isLessThan(input)
                && !out.isZero()
                && cycle.outUnits(input.minusExact(less)).equals(out);
    }

    /** A power of two of further input for which more comes back; at most about all of it. */
    private UInt256 stair() {
        UInt256 step = UInt256.ONE;
        while (step.isLessThan(in) && cycle.outUnits(in.plusExact(step)).equals(out)) {
            step = step.shiftLeft(1);
        }
        return step;
    }
}
