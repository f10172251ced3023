package catallaxy.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NaturalOrderTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "c2 c10",
                "c1 c2 c9 c10 c11 c100",
                "a a1 a1b a2 b",
                "x-2-9 x-2-10 x-10-1",
                "01 1 2 02x",
                "agent agent-2 agent-12",
                "9999999999999999999998 9999999999999999999999 10000000000000000000000"
            })
    void numbersInNamesCountAsNumbers(String ordered) {
        List<String> expected = Arrays.asList(ordered.split(" "));
        List<String> shuffled = new ArrayList<>(expected);
        Collections.shuffle(shuffled, new Random(ordered.length()));
        shuffled.sort(NaturalOrder.NAMES);
        assertThat(shuffled).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void itIsATotalOrderOfDifferentNames(long seed) {
        Random random = new Random(seed);
        List<String> names = IntStream.range(0, 60)
                .mapToObj(_ -> "a0b1".substring(random.nextInt(4)) + random.nextInt(12) + "-".repeat(random.nextInt(2)))
                .toList();
        for (String one : names) {
            for (String other : names) {
                int order = NaturalOrder.NAMES.compare(one, other);
                assertThat(Integer.signum(order)).isEqualTo(-Integer.signum(NaturalOrder.NAMES.compare(other, one)));
                assertThat(order == 0).isEqualTo(one.equals(other));
                for (String third : names) {
                    if (order < 0 && NaturalOrder.NAMES.compare(other, third) < 0) {
                        assertThat(NaturalOrder.NAMES.compare(one, third)).isNegative();
                    }
                }
            }
        }
    }

    @Test
    void leadingZerosDoNotMakeTwoNamesOne() {
        assertThat(NaturalOrder.NAMES.compare("c01", "c1")).isNegative();
        assertThat(NaturalOrder.NAMES.compare("c01", "c2")).isNegative();
    }
}
