package catallaxy.environment.market.world;

import catallaxy.environment.base.check.Checks;
import catallaxy.environment.base.check.InvalidValueException;
import catallaxy.environment.market.world.candle.CandleSeries;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** The map from simulated to recorded time: the identity shifted by the start, less the gaps that are skipped. Immutable. */
final class ReplayTimeline {
    private record Gap(long from, long to) {}

    private final long[] simulatedFrom;
    private final long[] recordedFrom;
    private final long endNanos;

    private ReplayTimeline(long[] simulatedFrom, long[] recordedFrom, long endNanos) {
        this.simulatedFrom = simulatedFrom;
        this.recordedFrom = recordedFrom;
        this.endNanos = endNanos;
    }

    /** @throws IllegalArgumentException if some series does not cover the start, or has a gap where none is allowed */
    static ReplayTimeline of(List<ReplaySpec> assets, ReplayClockSpec clock) {
        if (assets.isEmpty()) {
            return new ReplayTimeline(new long[1], new long[1], Long.MAX_VALUE);
        }
        long start = clock.startEpochNanos();
        assets.forEach(asset -> requireCovered(asset, start));
        long end = assets.stream()
                .mapToLong(asset -> asset.candles().endTime())
                .min()
                .orElseThrow();
        List<Gap> gaps = switch (clock.gapPolicy()) {
            case HOLD -> List.of();
            case SKIP -> gaps(assets, start, end);
            case ERROR -> requireNone(gaps(assets, start, end));
        };
        return skipping(gaps, start, end);
    }

    /** The recorded time of a simulated one. */
    long recordedTime(long simulatedNanos) {
        int found = Arrays.binarySearch(simulatedFrom, simulatedNanos);
        int segment = found >= 0 ? found : -found - 2;
        return recordedFrom[segment] + (simulatedNanos - simulatedFrom[segment]);
    }

    /** The last simulated time at which every series still has a price. */
    long endNanos() {
        return endNanos;
    }

    private static void requireCovered(ReplaySpec asset, long start) {
        CandleSeries candles = asset.candles();
        boolean covered = start >= candles.startTime() && start < candles.endTime();
        String expected = "a time that " + asset.asset() + " covers, " + instant(candles.startTime()) + " to "
                + instant(candles.endTime());
        Checks.that(covered, "start", expected, instant(start));
    }

    private static List<Gap> gaps(List<ReplaySpec> assets, long start, long end) {
        List<Gap> gaps = new ArrayList<>();
        for (ReplaySpec asset : assets) {
            CandleSeries candles = asset.candles();
            for (int i = 0; i + 1 < candles.size(); i++) {
                if (candles.gapAfter(i) && candles.openTime(i + 1) > start && candles.closeTime(i) < end) {
                    gaps.add(new Gap(candles.closeTime(i), candles.openTime(i + 1)));
                }
            }
        }
        gaps.sort(Comparator.comparingLong(Gap::from).thenComparingLong(Gap::to));
        return gaps;
    }

    private static List<Gap> requireNone(List<Gap> gaps) {
        for (Gap gap : gaps) {
            throw new InvalidValueException(
                    "gaps",
                    "none under the policy error",
                    gaps.size() + ", the first from " + instant(gap.from()) + " to " + instant(gap.to()));
        }
        return gaps;
    }

    private static ReplayTimeline skipping(List<Gap> gaps, long start, long end) {
        long[] simulated = new long[gaps.size() + 1];
        long[] recorded = new long[gaps.size() + 1];
        recorded[0] = start;
        int last = 0;
        for (Gap gap : gaps) {
            if (gap.to() > recorded[last]) {
                long lived = StrictMath.max(0, gap.from() - recorded[last]);
                int next = lived == 0 ? last : last + 1;
                simulated[next] = simulated[last] + lived;
                recorded[next] = gap.to();
                last = next;
            }
        }
        long rest = StrictMath.max(0, end - recorded[last]);
        return new ReplayTimeline(
                Arrays.copyOf(simulated, last + 1), Arrays.copyOf(recorded, last + 1), simulated[last] + rest);
    }

    private static Instant instant(long epochNanos) {
        return Instant.EPOCH.plusNanos(epochNanos);
    }
}
