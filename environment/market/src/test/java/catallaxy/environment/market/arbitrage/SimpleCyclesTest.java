package catallaxy.environment.market.arbitrage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Cycles of small graphs that can be counted by hand. */
class SimpleCyclesTest {
    private record Way(String from, String to, Object carrier) implements SimpleCycles.Edge<String> {}

    /** Both ways of an edge, carried by itself. */
    private static List<Way> both(String... edges) {
        List<Way> ways = new ArrayList<>();
        for (String edge : edges) {
            ways.add(new Way(edge.substring(0, 1), edge.substring(1), edge));
            ways.add(new Way(edge.substring(1), edge.substring(0, 1), edge));
        }
        return ways;
    }

    private static List<String> cycles(List<Way> ways, int most) {
        List<String> found = new ArrayList<>();
        SimpleCycles.visit(
                ways, most, path -> found.add(path.stream().map(Way::from).collect(Collectors.joining())));
        return found;
    }

    @Test
    void aTriangleIsMetInBothDirectionsAndNoWayIsGoneBack() {
        assertThat(cycles(both("ab", "bc", "ca"), 3)).containsExactlyInAnyOrder("abc", "acb");
        assertThat(cycles(both("ab"), 3)).isEmpty();
    }

    /** The complete graph of four has four triangles and three squares, each in two directions. */
    @Test
    void allLengthsUpToTheMostAreMet() {
        List<Way> complete = both("ab", "ac", "ad", "bc", "bd", "cd");
        assertThat(cycles(complete, 2)).isEmpty();
        assertThat(cycles(complete, 3)).hasSize(8).doesNotHaveDuplicates();
        assertThat(cycles(complete, 4)).hasSize(14).doesNotHaveDuplicates();
    }

    @Test
    void noCarrierIsUsedTwice() {
        List<Way> shared = List.of(new Way("a", "b", "pool"), new Way("b", "c", "other"), new Way("c", "a", "pool"));
        assertThat(cycles(shared, 3)).isEmpty();
        assertThat(cycles(List.of(new Way("a", "b", 1), new Way("b", "c", 2), new Way("c", "a", 3)), 3))
                .containsExactly("abc");
    }
}
