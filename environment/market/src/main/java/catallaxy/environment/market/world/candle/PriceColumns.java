package catallaxy.environment.market.world.candle;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a candle file keeps the candles of one asset.
 *
 * @param volume null where the file has none
 */
public record PriceColumns(
        Column open,
        Column high,
        Column low,
        Column close,
        @Nullable Column volume) {
    /** Columns of the names open, high, low, close and volume, each behind {@code prefix}. */
    public static PriceColumns prefixed(String prefix) {
        return new PriceColumns(
                Column.named(prefix + "open"),
                Column.named(prefix + "high"),
                Column.named(prefix + "low"),
                Column.named(prefix + "close"),
                Column.named(prefix + "volume"));
    }

    /** Open, high, low, close, and volume where there is one. */
    List<Column> all() {
        List<Column> all = new ArrayList<>(List.of(open, high, low, close));
        if (volume != null) {
            all.add(volume);
        }
        return all;
    }
}
