package catallaxy.scenarios.file.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import catallaxy.scenarios.file.manual.Manual;
import catallaxy.scenarios.file.section.Names;
import catallaxy.scenarios.file.section.Reading;
import catallaxy.scenarios.file.section.Section;
import catallaxy.scenarios.file.section.SectionText;
import catallaxy.scenarios.file.text.Overrides;
import catallaxy.scenarios.file.text.ScenarioException;
import catallaxy.scenarios.file.text.Sources;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PairsTest {
    private static final Names ASSETS = new Names("two assets", List.of("BTC", "ETH", "stETH-2"));
    private static final String KEY = "world.correlation";

    private final Reading reading = new Reading(Manual.shipped(), new Sources());

    private Pairs read(Map<String, String> given) {
        SectionText text =
                new SectionText(KEY, KEY, Overrides.parse(given), null, Sources.COMMAND_LINE, reading.sources());
        return Pairs.read(new Section(reading, text), ASSETS);
    }

    @Test
    void theMatrixIsSymmetricWhicheverNameComesFirst() {
        Pairs pairs = read(Map.of("ETH-BTC", "0.5", "BTC-stETH-2", "-1"));
        reading.problems().throwIfAny();
        assertThat(pairs.matrix())
                .containsExactly(List.of(1.0, 0.5, -1.0), List.of(0.5, 1.0, 0.0), List.of(-1.0, 0.0, 1.0));
    }

    @Test
    void namesMayHaveDashes() {
        Pairs pairs = read(Map.of("stETH-2-ETH", "0.75"));
        reading.problems().throwIfAny();
        assertThat(pairs.entries()).containsExactly(new Pairs.Entry(2, 1, 0.75));
    }

    @Test
    void withoutPairsAllAreIndependent() {
        assertThat(read(Map.of()).matrix())
                .containsExactly(List.of(1.0, 0.0, 0.0), List.of(0.0, 1.0, 0.0), List.of(0.0, 0.0, 1.0));
    }

    @ParameterizedTest
    @CsvSource({"BTC", "BTC-", "BTC-SOL", "BTC-BTC", "BTC-ETH-", "ETHBTC", "btc-eth"})
    void otherNamesAreRefused(String pair) {
        read(Map.of(pair, "0.5"));
        assertThat(refusal()).contains("expected two assets (BTC, ETH, stETH-2) with - between them, found '" + pair);
    }

    @Test
    void aPairIsGivenOnce() {
        read(Map.of("BTC-ETH", "0.5", "ETH-BTC", "0.5"));
        assertThat(refusal()).contains("command line: world.correlation").contains("expected each pair once");
    }

    @ParameterizedTest
    @CsvSource({"1.01", "-1.01"})
    void aCorrelationIsFromMinusOneToOne(String value) {
        read(Map.of("BTC-ETH", value));
        assertThat(refusal()).contains("world.correlation.BTC-ETH: expected -1 to 1, found '" + value + "'");
    }

    private String refusal() {
        return assertThatExceptionOfType(ScenarioException.class)
                .isThrownBy(reading.problems()::throwIfAny)
                .actual()
                .explanation();
    }
}
