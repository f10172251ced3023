package catallaxy.scenarios.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import catallaxy.environment.base.random.RandomStream;
import catallaxy.scenarios.UserError;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SettingValuesTest {
    private static List<String> values(String text) {
        return SettingValues.combinations(Map.of("k", text)).stream()
                .map(each -> each.get("k"))
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1..5      | 1 2 3 4 5",
                "-2..1     | -2 -1 0 1",
                "7..7      | 7",
                "1..3,9    | 1 2 3 9",
                "4, 1..2,8 | 4 1 2 8",
                "0.1,0.5   | 0.1 0.5",
                "1..x      | 1..x",
                "1.5..3    | 1.5..3"
            })
    void rangesAreWholeNumbersAmongValues(String typed, String expected) {
        assertThat(String.join(" ", values(typed))).isEqualTo(expected);
    }

    @Test
    void commasAndRangesWithinValuesDoNotSeparateThem() {
        assertThat(values("[1,2], [3..4],\"1..2\"")).containsExactly("[1,2]", "[3..4]", "\"1..2\"");
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("a", "[1,2], [3]");
        settings.put("b", "{x=1,y=[2,3]},\"p,{q\",");
        assertThat(SettingValues.combinations(settings))
                .extracting(each -> each.get("a") + " " + each.get("b"))
                .containsExactly(
                        "[1,2] {x=1,y=[2,3]}", "[1,2] \"p,{q\"", "[1,2] ", "[3] {x=1,y=[2,3]}", "[3] \"p,{q\"", "[3] ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"5..1", "0..-1"})
    void aRangeGoesUp(String range) {
        assertThatThrownBy(() -> values(range))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("k: expected a range from the least to the greatest number, found " + range);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1..10001", "0..999999999999999999", "-999999999999999999..999999999999999999"})
    void moreThanAnybodyRunsIsRefusedBeforeItIsCounted(String range) {
        assertThatThrownBy(() -> values(range))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("at most 10000 combinations");
        assertThat(values("1..10000")).hasSize(10_000);
    }

    /** Every combination is there once, and the last key changes fastest. */
    @Test
    void combinationsAreTheProductOfWhatIsGiven() {
        RandomStream random = RandomStream.of(15, "test/combinations");
        for (int round = 0; round < 100; round++) {
            Map<String, String> settings = new LinkedHashMap<>();
            List<Integer> sizes = new ArrayList<>();
            for (int key = 0; key <= random.nextInt(3); key++) {
                int size = 1 + random.nextInt(5);
                sizes.add(size);
                settings.put("k" + key, typed(random, size));
            }
            List<Map<String, String>> found = SettingValues.combinations(settings);
            assertThat(found).hasSize(sizes.stream().reduce(1, (a, b) -> a * b)).doesNotHaveDuplicates();
            assertThat(found.stream()
                            .map(each -> String.join(" ", each.values()))
                            .toList())
                    .isSorted();
        }
    }

    /** The numbers from 0 on, as a range or one by one. */
    private static String typed(RandomStream random, int size) {
        return random.nextBoolean(0.5)
                ? "0.." + (size - 1)
                : IntStream.range(0, size).mapToObj(String::valueOf).collect(Collectors.joining(","));
    }
}
