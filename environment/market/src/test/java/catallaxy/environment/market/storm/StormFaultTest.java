package catallaxy.environment.market.storm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import catallaxy.environment.market.contract.Kinds;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each check of the storm is seen to fail at every kind of venue, on a fault that is planted there. */
final class StormFaultTest {
    private static final int WORLDS = 12;

    static Stream<StormKind> venues() {
        return Storms.ALL.stream()
                .map(Storms.Share::kind)
                .filter(each -> Kinds.registered().venue(each.name()).isPresent());
    }

    static Stream<StormKind> owners() {
        return venues().filter(each -> !each.name().equals("price-feed"));
    }

    private static void requireFound(StormKind kind, FaultyKind.Fault fault) {
        Kinds kinds = FaultyKind.among(kind.name(), fault);
        assertThatThrownBy(() -> Storms.rage(kind, kinds, 1, WORLDS * Storms.WORLD, new TreeMap<>()))
                .as(kind.name() + " that " + fault)
                .isInstanceOf(AssertionError.class)
                .satisfies(found -> assertThat(found.getMessage()).startsWith(kind.name() + ", seed"));
    }

    @ParameterizedTest
    @MethodSource("owners")
    void aRoundingInTheTradersFavourIsFound(StormKind kind) {
        requireFound(kind, FaultyKind.Fault.PAYS_A_UNIT_MORE);
    }

    @ParameterizedTest
    @MethodSource("venues")
    void aTraceOfARevertIsFound(StormKind kind) {
        requireFound(kind, FaultyKind.Fault.LEAVES_TRACES);
    }

    @ParameterizedTest
    @MethodSource("venues")
    void aCopyThatIsNoneIsFound(StormKind kind) {
        requireFound(kind, FaultyKind.Fault.COPIES_NOTHING);
    }
}
