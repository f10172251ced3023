package catallaxy.environment.market.arbitrage;

import catallaxy.environment.api.command.Call;
import catallaxy.environment.base.check.Checks;
import catallaxy.environment.base.number.UInt256;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Conversions in a row that lead back to what was put in, through no asset at a place twice. Immutable; what it computes is that of the
 * present state of its conversions.
 *
 * @param legs at least two, each from what the one before gives
 */
public record Cycle(List<Conversion> legs) {
    public Cycle {
        legs = List.copyOf(legs);
        Checks.that(legs.size() > 1, "legs", "at least two", legs.size());
        for (int i = 0; i < legs.size(); i++) {
            AssetAt given = legs.get(i).to();
            AssetAt taken = legs.get((i + 1) % legs.size()).from();
            Checks.that(given.equals(taken), "legs", "one from " + given + " after leg " + i, taken);
        }
    }

    /** What is put in and comes back. */
    public AssetAt start() {
        return legs.getFirst().from();
    }

    /** What comes back of the first, infinitely small unit, after fees; above 1 the cycle gains before gas. */
    public double rate() {
        double rate = 1;
        for (Conversion leg : legs) {
            rate *= leg.rate();
        }
        return rate;
    }

    /** What comes back of an input, whole units. */
    public double out(double in) {
        double out = in;
        for (Conversion leg : legs) {
            out = leg.out(out);
        }
        return out;
    }

    /** What comes back of an input, base units, rounded leg by leg as it is settled. */
    public UInt256 outUnits(UInt256 in) {
        UInt256 out = in;
        for (Conversion leg : legs) {
            out = out.isZero() ? out : leg.outUnits(out);
        }
        return out;
    }

    /** Whether all of it can be one transaction, which happens whole or not at all. */
    public boolean isAtomic() {
        return legs.stream().allMatch(Conversion::isAtomic);
    }

    /** How long its legs take in all, nanoseconds. */
    public long delayNanos() {
        return legs.stream().mapToLong(Conversion::delayNanos).sum();
    }

    /** Gas of all legs, quote units; one transaction for several costs less. */
    public double gasQuote() {
        return legs.stream().mapToDouble(Conversion::gasQuote).sum();
    }

    /** The same cycle begun at another leg. */
    public Cycle beginningAt(int leg) {
        List<Conversion> turned = new ArrayList<>(legs.subList(leg, legs.size()));
        turned.addAll(legs.subList(0, leg));
        return new Cycle(turned);
    }

    /** The same cycle begun at its first leg that takes an asset; itself where none does. */
    public Cycle beginningWith(int asset) {
        return beginningAt(IntStream.range(0, legs.size())
                .filter(leg -> legs.get(leg).from().asset() == asset)
                .findFirst()
                .orElse(0));
    }

    /** The venues on whose chain it swaps, in their order; empty where a leg is no swap. */
    public Optional<List<Integer>> swaps() {
        List<Integer> venues = new ArrayList<>();
        for (Conversion leg : legs) {
            if (!(leg instanceof VenueSwap swap)) {
                return Optional.empty();
            }
            venues.add(swap.venue());
        }
        return Optional.of(venues);
    }

    /** The swap that makes the round in one transaction, or reverts where less than {@code least} would come back; empty as {@link #swaps}. */
    public Optional<Call> call(UInt256 in, UInt256 least) {
        return swaps().map(venues -> new Call.Swap(venues, start().asset(), in, least));
    }

    /** What carries out each leg, and what it gives, as text. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(start().toString());
        legs.forEach(leg -> text.append(" -").append(leg.by()).append("-> ").append(leg.to()));
        return text.toString();
    }
}
