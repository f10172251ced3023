package catallaxy.scenarios.file.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.typesafe.config.ConfigRenderOptions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OverridesTest {
    private static String parsed(Map<String, String> overrides) {
        return Overrides.parse(overrides).render(ConfigRenderOptions.concise());
    }

    private static String refusal(Map<String, String> overrides) {
        return assertThatExceptionOfType(ScenarioException.class)
                .isThrownBy(() -> Overrides.parse(overrides))
                .actual()
                .problems()
                .getFirst()
                .toString();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "a; 1; {\"a\":\"1\"}",
                "a.b.c; x y; {\"a\":{\"b\":{\"c\":\"x y\"}}}",
                "\"a.b\".c; 1; {\"a.b\":{\"c\":\"1\"}}",
                "a; data/a#b=c.csv; {\"a\":\"data/a#b=c.csv\"}",
                "a; ${HOME}; {\"a\":\"${HOME}\"}",
                "a; [1, x]; {\"a\":[1,\"x\"]}",
                "a; { b = 2, c { d = on } }; {\"a\":{\"b\":2,\"c\":{\"d\":\"on\"}}}",
                "a; \"q\\\"\"; {\"a\":\"q\\\"\"}",
                "a; null; {\"a\":null}",
                "a; ``; {\"a\":\"\"}"
            })
    void onlyBracketsAndQuotationsAreHocon(String key, String value, String json) {
        assertThat(parsed(Map.of(key, value))).isEqualTo(json);
    }

    @Test
    void settingsOfOneSectionAreMergedWhateverTheirOrder() {
        assertThat(parsed(Map.of("a.b", "1", "a.c", "{ d = 2 }", "a.c.e", "3", "b", "4")))
                .isEqualTo(parsed(Map.of("b", "4", "a", "{ b = \"1\", c { d = 2, e = \"3\" } }")));
        assertThat(parsed(Map.of())).isEqualTo("{}");
    }

    @Test
    void twoValuesOfOneKeyAreRefused() {
        assertThat(refusal(Map.of("a", "{ b = 1 }", "a.b", "2")))
                .isEqualTo("command line: a.b: expected one value of a.b, found '1 and 2'");
        assertThat(parsed(Map.of("a", "{ b = x }", "a.b", "x"))).isEqualTo("{\"a\":{\"b\":\"x\"}}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "a; [1, 2; a value",
                "a; { b = 1; a value",
                "a; [${b}]; a value without",
                "a; { include \"b\" }; a place outside all braces",
                "a..b; 1; a value",
                "a.b.c.d.e.f.g.h.i.j.k.l.m.n.o.p.q; 1; a key of at most 16 parts"
            })
    void whatCannotBeReadIsRefused(String key, String value, String expected) {
        assertThat(refusal(Map.of(key, value))).startsWith("command line").contains("expected " + expected);
    }

    @Test
    void lengthIsLimited() {
        assertThat(refusal(Map.of("a", "x".repeat(10_001)))).contains("expected at most 10000 characters, found 'xxx");
        assertThat(Overrides.parse(Map.of("a", "x".repeat(10_000)))).containsOnlyKeys("a");
    }
}
