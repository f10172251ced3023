package catallaxy.scenarios.file.market;

import catallaxy.environment.market.world.candle.CandleFile;
import catallaxy.environment.market.world.candle.CandleFileException;
import catallaxy.environment.market.world.candle.CandleFormat;
import catallaxy.environment.market.world.candle.CandleReader;
import catallaxy.scenarios.UserError;
import catallaxy.scenarios.file.manual.Manual;
import catallaxy.scenarios.file.section.Reading;
import catallaxy.scenarios.file.section.Section;
import catallaxy.scenarios.file.section.SectionText;
import catallaxy.scenarios.file.text.Overrides;
import catallaxy.scenarios.file.text.Sources;
import com.typesafe.config.ConfigObject;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** A candle file read outside of a scenario, by the keys that a scenario has under {@code candles}. */
public final class CandleInput {
    private static final String KEY = "candles";

    private CandleInput() {}

    /**
     * Reads the file.
     *
     * @param format key of {@code candles} → value, such as {@code time-column} → {@code #1}; the manual's defaults else
     * @throws UserError if a key is wrong or the file cannot be read
     */
    public static CandleFile read(Path file, Map<String, String> format) {
        Reading reading = new Reading(Manual.shipped(), new Sources());
        ConfigObject given = Overrides.parse(format);
        ConfigObject defaults = reading.manual().template(KEY);
        SectionText text = new SectionText(KEY, KEY, given, defaults, Sources.COMMAND_LINE, reading.sources());
        Optional<CandleFormat> read = CandleFormatReader.read(new Section(reading, text));
        reading.problems().throwIfAny();
        try {
            return CandleReader.read(file, read.orElseThrow());
        } catch (CandleFileException unreadable) {
            throw UserError.usage(String.valueOf(unreadable.getMessage()));
        }
    }
}
