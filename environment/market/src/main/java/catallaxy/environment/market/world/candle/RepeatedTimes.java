package catallaxy.environment.market.world.candle;

import java.time.Instant;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The times that a zone's clocks show twice, as they are put back. A row whose time says no offset is read as the first of both;
 * where two rows say the same, the order of the file tells which is the second.
 */
final class RepeatedTimes {
    private final CandleRows rows;

    private RepeatedTimes(CandleRows rows) {
        this.rows = rows;
    }

    /** Moves each second row to its own time. Rows that have offsets of their own, or are repeated otherwise, stay. */
    static void tellApart(CandleRows rows, ZoneId zone) {
        ZoneRules rules = zone.getRules();
        if (rules.isFixedOffset() || rows.size() == 0) {
            return;
        }
        long last = rows.latest();
        ZoneOffsetTransition next = rules.nextTransition(Instant.EPOCH.plusNanos(rows.earliest()));
        while (next != null && nanos(next.getInstant()) - overlap(next) <= last) {
            if (next.isOverlap()) {
                new RepeatedTimes(rows).tellApart(nanos(next.getInstant()), overlap(next));
            }
            next = rules.nextTransition(next.getInstant());
        }
    }

    private void tellApart(long putBack, long overlap) {
        Map<Long, List<Integer>> byTime = new TreeMap<>();
        for (int row = 0; row < rows.size(); row++) {
            long time = rows.time(row);
            if (time >= putBack && time < putBack + overlap) {
                return; // a row with an offset of its own: so are the others
            }
            if (time >= putBack - overlap && time < putBack) {
                byTime.computeIfAbsent(time, _ -> new ArrayList<>()).add(row);
            }
        }
        RowOrder order = rows.order();
        for (List<Integer> same : byTime.values()) {
            if (same.size() == 2 && !rows.sameCandle(same.getFirst(), same.getLast())) {
                rows.delay(order == RowOrder.ASCENDING ? same.getLast() : same.getFirst(), overlap);
            }
        }
    }

    private static long overlap(ZoneOffsetTransition transition) {
        return Math.max(0, -transition.getDuration().toNanos());
    }

    private static long nanos(Instant instant) {
        return instant.getEpochSecond() * 1_000_000_000;
    }
}
