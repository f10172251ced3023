package catallaxy.environment.market.storm;

import static org.assertj.core.api.Assertions.assertThat;

import catallaxy.environment.market.contract.CallKind;
import catallaxy.environment.market.contract.Kind;
import catallaxy.environment.market.contract.Kinds;
import catallaxy.environment.market.contract.VenueKind;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Random operations at the contracts of every registered kind, valid and not, with numbers of every size: nothing is made or lost, who
 * leaves is paid, no way there and back enriches, what reverts leaves no trace, copies have the original's future. How many operations the
 * long test does is the property {@code catallaxy.operations}.
 */
final class ContractStormTest {
    private static final long EACH = 10_000;
    private static final long SEEDS = 4;
    private static final long SHARES = 1_000;

    /** A forged message takes the backing that the storm asks for: ForgedMessagesTest has it. */
    private static final String FORGES = "ForgeMessage";

    @Test
    void whateverIsDoneAtAnyKindOfContractHolds() {
        Map<String, long[]> outcomes = new TreeMap<>();
        for (Storms.Share each : Storms.ALL) {
            for (long seed = 1; seed <= SEEDS; seed++) {
                assertThat(Storms.rage(each.kind(), Kinds.registered(), seed, EACH, outcomes))
                        .as(each.kind().name())
                        .isGreaterThanOrEqualTo(EACH);
            }
        }
        for (Kind kind : houses()) {
            for (CallKind<?> call : kind.calls()) {
                if (call.name().equals(FORGES)) {
                    continue;
                }
                assertThat(outcomes).as("calls of " + kind.name()).containsKey(call.name());
                long[] counted = Objects.requireNonNull(outcomes.get(call.name()));
                assertThat(counted[0]).as(call.name() + " that succeed").isPositive();
                assertThat(counted[1]).as(call.name() + " that revert").isPositive();
            }
        }
    }

    /** The registered kinds, without those that tests of other modules bring. */
    private static List<Kind> houses() {
        return Kinds.registered().all().stream()
                .filter(kind -> kind.getClass().getPackageName().startsWith("catallaxy."))
                .toList();
    }

    @Test
    void everyRegisteredKindOfVenueIsStormed() {
        List<String> stormed =
                Storms.ALL.stream().map(each -> each.kind().name()).toList();
        for (Kind kind : houses()) {
            assertThat(kind instanceof VenueKind && !stormed.contains(kind.name()))
                    .as("kind of venue without a storm: " + kind.name())
                    .isFalse();
        }
        assertThat(Storms.ALL.stream().mapToInt(Storms.Share::share).sum() + Storms.BOOKS)
                .isEqualTo((int) SHARES);
    }

    @Test
    void whateverIsOrderedAtBooksHolds() {
        Map<String, long[]> outcomes = new TreeMap<>();
        assertThat(Storms.books(1, 10 * EACH, outcomes)).isGreaterThanOrEqualTo(10 * EACH);
        for (String what : List.of("place", "replace", "cancel")) {
            assertThat(outcomes.get(what)).as(what).doesNotContain(0);
        }
    }

    @Test
    @Tag("long")
    void aThousandMillionOperationsKeepIt() {
        long operations = Long.getLong("catallaxy.operations", 20_000_000);
        long first = Long.getLong("catallaxy.seed", 1_000_000);
        long rounds = Math.max(1, operations / 10_000_000);
        Map<String, long[]> done = new TreeMap<>();
        for (long round = 0; round < rounds; round++) {
            long share = operations / rounds / SHARES;
            long seed = first + round * 100_000;
            for (Storms.Share each : Storms.ALL) {
                count(
                        done,
                        each.kind().name(),
                        () -> Storms.rage(
                                each.kind(), Kinds.registered(), seed, each.share() * share, new TreeMap<>()));
            }
            count(done, "books", () -> Storms.books(seed, Storms.BOOKS * share, new TreeMap<>()));
            print(round, done);
        }
    }

    private static void count(Map<String, long[]> done, String name, java.util.function.LongSupplier rage) {
        long start = System.nanoTime();
        long[] counted = done.computeIfAbsent(name, _ -> new long[2]);
        counted[0] += rage.getAsLong();
        counted[1] += System.nanoTime() - start;
    }

    private static void print(long round, Map<String, long[]> done) {
        long all = done.values().stream().mapToLong(each -> each[0]).sum();
        System.out.println("round " + round + ": " + all + " operations, 0 violations");
        done.forEach((name, counted) ->
                System.out.println("  " + name + " " + counted[0] + ", ns each " + counted[1] / counted[0]));
    }
}
