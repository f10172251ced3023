package catallaxy.scenarios.file.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import catallaxy.environment.market.world.candle.CandleFormat;
import catallaxy.environment.market.world.candle.Column;
import catallaxy.environment.market.world.candle.CsvLayout;
import catallaxy.environment.market.world.candle.PriceColumns;
import catallaxy.environment.market.world.candle.StatedInterval;
import catallaxy.environment.market.world.candle.TimeMark;
import catallaxy.scenarios.file.manual.Manual;
import catallaxy.scenarios.file.section.Reading;
import catallaxy.scenarios.file.section.Section;
import catallaxy.scenarios.file.section.SectionText;
import catallaxy.scenarios.file.text.Overrides;
import catallaxy.scenarios.file.text.Problem;
import catallaxy.scenarios.file.text.ScenarioException;
import catallaxy.scenarios.file.text.Sources;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CandleFormatReaderTest {
    private static final String KEY = "candles";

    private final Reading reading = new Reading(Manual.shipped(), new Sources());

    private Optional<CandleFormat> read(Map<String, String> given) {
        SectionText text = new SectionText(
                KEY,
                KEY,
                Overrides.parse(given),
                reading.manual().template(KEY),
                Sources.COMMAND_LINE,
                reading.sources());
        return CandleFormatReader.read(new Section(reading, text));
    }

    private CandleFormat sound(Map<String, String> given) {
        CandleFormat format = read(given).orElseThrow();
        reading.problems().throwIfAny();
        return format;
    }

    private Problem problem(Map<String, String> given) {
        read(given);
        return assertThatExceptionOfType(ScenarioException.class)
                .isThrownBy(reading.problems()::throwIfAny)
                .actual()
                .problems()
                .getFirst();
    }

    @Test
    void whatIsNotSaidIsTheManuals() {
        CandleFormat format = sound(Map.of());
        assertThat(format.layout()).isEqualTo(new CsvLayout(CsvLayout.ANY, 0, true));
        assertThat(format.time().column()).isEqualTo(Column.named("time"));
        assertThat(format.time().mark()).isEqualTo(TimeMark.START);
        assertThat(format.time().interval()).isEqualTo(StatedInterval.NONE);
        assertThat(format.prices()).isEqualTo(prices("", null));
    }

    private static PriceColumns prices(String prefix, @Nullable Column volume) {
        return new PriceColumns(
                Column.named(prefix + "open"),
                Column.named(prefix + "high"),
                Column.named(prefix + "low"),
                Column.named(prefix + "close"),
                volume);
    }

    @ParameterizedTest
    @CsvSource({
        "0 s, 0, 0, 0 s",
        "90 m, 5400000000000, 0, 90 m",
        "366 d, 31622400000000000, 0, 366 d",
        "1 week, 604800000000000, 0, 7 d",
        "52 weeks, 31449600000000000, 0, 364 d",
        "1 month, 0, 1, 1 months",
        "2 quarters, 0, 6, 6 months",
        "3 years, 0, 36, 36 months",
        "10 years, 0, 120, 120 months",
        "1200months, 0, 1200, 1200 months"
    })
    void anIntervalIsATimeOrMonthsAndIsReadBackAsItIsWritten(String given, long nanos, int months, String written) {
        assertThat(sound(Map.of("interval", given)).time().interval()).isEqualTo(new StatedInterval(nanos, months));
        String resolved = reading.values().getOrDefault("candles.interval", "");
        assertThat(resolved).isEqualTo(written);
        assertThat(sound(Map.of("interval", resolved)).time().interval()).isEqualTo(new StatedInterval(nanos, months));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0 months",
                "-1 month",
                "1201 months",
                "101 years",
                "9999 years",
                "53 weeks",
                "367 d",
                "-1 s",
                "1 fortnight"
            })
    void otherIntervalsAreRefused(String given) {
        Problem problem = problem(Map.of("interval", given));
        assertThat(problem.key()).isEqualTo("candles.interval");
        assertThat(problem.message()).contains("of at most 366 d").contains("of at most 100 years");
    }

    @ParameterizedTest
    @CsvSource({"tab, 9", "';', 59", "|, 124", "auto, 0"})
    void theDelimiterIsACharacterOrAWord(String given, int character) {
        assertThat((int) sound(Map.of("delimiter", given)).layout().delimiter()).isEqualTo(character);
    }

    @Test
    void aDelimiterOfTwoCharactersIsRefused() {
        assertThat(problem(Map.of("delimiter", "||")).message()).startsWith("expected one character, tab or auto");
    }

    @Test
    void thePrefixGoesBeforeNamesAndNotBeforeNumbers() {
        CandleFormat format = sound(Map.of(
                "column-prefix", "BTC:", "close-column", "#5", "volume-column", "volume", "time-column", "date"));
        PriceColumns prefixed = prices("BTC:", Column.named("BTC:volume"));
        assertThat(format.prices())
                .isEqualTo(new PriceColumns(
                        prefixed.open(), prefixed.high(), prefixed.low(), Column.at(5), prefixed.volume()));
        assertThat(format.time().column()).isEqualTo(Column.named("date"));
    }

    @ParameterizedTest
    @CsvSource({"low-column, #x", "volume-column, #0", "time-column, #99999", "open-column, ' '"})
    void aColumnIsANameOrANumber(String key, String given) {
        Problem problem = problem(Map.of(key, given));
        assertThat(problem.key()).isEqualTo("candles." + key);
        assertThat(problem.message()).startsWith("expected the name of a column, or # and its number");
    }

    @Test
    void anUnknownZoneIsRefused() {
        assertThat(problem(Map.of("time-zone", "Europe/Atlantis")).toString())
                .startsWith("command line: candles.time-zone: expected a time zone such as UTC");
    }

    @Test
    void withoutAHeaderColumnsHaveNumbers() {
        assertThat(problem(Map.of("header", "false")).message()).contains("a number, as the file has no header");
    }
}
