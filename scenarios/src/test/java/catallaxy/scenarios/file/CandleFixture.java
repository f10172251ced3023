package catallaxy.scenarios.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A small candle file in the manual's default layout. */
public final class CandleFixture {
    private CandleFixture() {}

    /** Ten hourly candles from 2024-01-01. */
    public static Path write(Path folder) throws IOException {
        StringBuilder csv = new StringBuilder("time,open,high,low,close\n");
        for (int hour = 0; hour < 10; hour++) {
            csv.append("2024-01-01T%02d:00:00Z,%d,%d,%d,%d%n"
                    .formatted(hour, 100 + hour, 102 + hour, 99 + hour, 101 + hour));
        }
        return Files.writeString(folder.resolve("candles.csv"), csv);
    }
}
