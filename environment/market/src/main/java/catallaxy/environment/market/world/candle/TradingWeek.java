package catallaxy.environment.market.world.candle;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;

/**
 * The days of the week on which a file of daily candles has none: those of a market that is closed then.
 *
 * @param closed days on which no candle opens; empty for other files than daily ones, or ones too short to tell
 * @param zone   of the days
 */
record TradingWeek(EnumSet<DayOfWeek> closed, ZoneId zone) {
    private static final Duration DAY = Duration.ofDays(1);
    /** Two weeks of five days. */
    private static final int FEWEST_CANDLES = 10;
    /** Of a week; a file with fewer open days is something else. */
    private static final int MOST_CLOSED = 3;

    static TradingWeek of(CandleSeries series, ZoneId zone) {
        boolean daily = series.period().meanLength().equals(DAY) && series.size() >= FEWEST_CANDLES;
        EnumSet<DayOfWeek> closed = daily ? EnumSet.allOf(DayOfWeek.class) : EnumSet.noneOf(DayOfWeek.class);
        for (int i = 0; i < series.size() && !closed.isEmpty(); i++) {
            closed.remove(dayOf(Instant.EPOCH.plusNanos(series.openTime(i)), zone));
        }
        return new TradingWeek(closed.size() > MOST_CLOSED ? EnumSet.noneOf(DayOfWeek.class) : closed, zone);
    }

    /** The gaps in which the candles of such days, and no others, are missing. */
    int weekends(List<CandleReport.Gap> gaps) {
        return (int) gaps.stream().filter(this::isWeekend).count();
    }

    private boolean isWeekend(CandleReport.Gap gap) {
        if (closed.isEmpty() || gap.missing() > MOST_CLOSED) {
            return false;
        }
        for (int day = 0; day < gap.missing(); day++) {
            if (!closed.contains(dayOf(gap.from().plus(DAY.multipliedBy(day)), zone))) {
                return false;
            }
        }
        return true;
    }

    private static DayOfWeek dayOf(Instant time, ZoneId zone) {
        return time.atZone(zone).getDayOfWeek();
    }
}
