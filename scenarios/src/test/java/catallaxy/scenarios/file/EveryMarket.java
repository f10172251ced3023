package catallaxy.scenarios.file;

import catallaxy.environment.market.MarketSpec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** The market of {@link EveryKind}, which has one thing of every kind. */
public final class EveryMarket {
    private EveryMarket() {}

    /** Reads it, with overrides, from files that it writes into a folder. */
    public static MarketSpec spec(Path folder, Map<String, String> overrides) {
        try {
            String text = EveryKind.text(CandleFixture.write(folder).toString());
            return ScenarioReader.read(Files.writeString(folder.resolve("every.conf"), text), overrides)
                    .market();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
