package catallaxy.environment.market.arbitrage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.base.random.RandomStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The cycles against all sequences of conversions, one by one, over random pools. */
final class CyclesTest {
    static List<ProductPool> pools(long seed, int assets, int count) {
        RandomStream random = RandomStream.of(seed, "pools");
        List<ProductPool> pools = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int one = random.nextInt(assets);
            int other = (one + 1 + random.nextInt(assets - 1)) % assets;
            double depth = Math.exp(random.nextDouble() * 3) * 1e12;
            double price = Math.exp((random.nextDouble() - 0.5) * 0.1);
            pools.add(new ProductPool(
                    "pool " + i, one, other, UInt256.of((long) depth), UInt256.of((long) (depth * price)), 3_000));
        }
        return pools;
    }

    static List<Conversion> conversions(List<ProductPool> pools) {
        return pools.stream().flatMap(pool -> pool.conversions().stream()).toList();
    }

    /** Every sequence that returns, written with its least node first. */
    private static Set<String> naive(List<Conversion> all, int most, double least) {
        Set<String> found = new TreeSet<>();
        extend(all, new ArrayList<>(), most, least, found);
        return found;
    }

    private static void extend(List<Conversion> all, List<Conversion> path, int most, double least, Set<String> found) {
        if (path.size() > 1 && path.getLast().to().equals(path.getFirst().from())) {
            Cycle cycle = new Cycle(path);
            int first = 0;
            for (int leg = 1; leg < path.size(); leg++) {
                first = path.get(leg).from().compareTo(path.get(first).from()) < 0 ? leg : first;
            }
            if (isSimple(path) && cycle.rate() > least) {
                found.add(cycle.beginningAt(first).toString());
            }
            return;
        }
        for (Conversion next : all) {
            if (path.size() < most && (path.isEmpty() || path.getLast().to().equals(next.from()))) {
                path.add(next);
                extend(all, path, most, least, found);
                path.removeLast();
            }
        }
    }

    private static boolean isSimple(List<Conversion> path) {
        Set<AssetAt> nodes = new HashSet<>();
        Set<String> carriers = new HashSet<>();
        return path.stream().allMatch(leg -> nodes.add(leg.from()) && carriers.add(leg.by()));
    }

    @Test
    void theyAreThoseOfAllSequences() {
        int all = 0;
        for (long seed = 0; seed < 20; seed++) {
            List<Conversion> conversions = conversions(pools(seed, 4, 7));
            List<Cycle> cycles = Cycles.of(conversions, 4, 1);
            assertThat(cycles.stream().map(Cycle::toString))
                    .as("seed %d", seed)
                    .containsExactlyInAnyOrderElementsOf(naive(conversions, 4, 1));
            all += cycles.size();
        }
        assertThat(all).isGreaterThan(50);
    }

    /** With a bound so low, there and back through the same pool would be a cycle. */
    @Test
    void nothingIsPassedTwice() {
        for (long seed = 0; seed < 5; seed++) {
            List<Conversion> conversions = conversions(pools(seed, 4, 6));
            assertThat(Cycles.of(conversions, 4, 0.9).stream().map(Cycle::toString))
                    .as("seed %d", seed)
                    .containsExactlyInAnyOrderElementsOf(naive(conversions, 4, 0.9));
        }
    }

    @Test
    void theBestComesFirstAndTheOrderOfConversionsDoesNotMatter() {
        List<Conversion> conversions = conversions(pools(3, 4, 9));
        List<Cycle> cycles = Cycles.of(conversions, 4, 1);
        assertThat(cycles).hasSizeGreaterThan(3);
        assertThat(cycles)
                .isSortedAccordingTo(Comparator.comparingDouble(Cycle::rate).reversed());
        assertThat(Cycles.of(conversions.reversed(), 4, 1).stream().map(Cycle::toString))
                .containsExactlyElementsOf(cycles.stream().map(Cycle::toString).toList());
    }

    @Test
    void theBoundsAreKept() {
        List<Conversion> conversions = conversions(pools(3, 4, 9));
        assertThat(Cycles.of(conversions, 3, 1)).allMatch(cycle -> cycle.legs().size() <= 3);
        assertThat(Cycles.of(conversions, 4, 1.01)).allMatch(cycle -> cycle.rate() > 1.01);
        assertThat(Cycles.of(conversions, 4, 2)).isEmpty();
        assertThatThrownBy(() -> Cycles.of(conversions, 1, 1)).hasMessageContaining("most");
    }

    @Test
    void whatDoesNotCloseIsRefused() {
        List<Conversion> swaps = pools(1, 2, 1).getFirst().conversions();
        assertThatThrownBy(() -> new Cycle(List.of(swaps.getFirst(), swaps.getFirst())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("legs");
        assertThatThrownBy(() -> new Cycle(swaps.subList(0, 1))).hasMessageContaining("legs");
    }
}
