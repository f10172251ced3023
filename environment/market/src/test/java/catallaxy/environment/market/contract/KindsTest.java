package catallaxy.environment.market.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import catallaxy.environment.api.command.Call;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.base.registry.RegistrationException;
import catallaxy.environment.base.state.StateWriter;
import catallaxy.environment.market.venue.VenueSpec;
import catallaxy.environment.market.venue.uniswapv2.UniswapV2;
import catallaxy.environment.market.venue.uniswapv2.UniswapV2Spec;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The registry of kinds: what it finds, and what it refuses. */
final class KindsTest {
    private static final UniswapV2Spec POOL =
            new UniswapV2Spec("pool", 0, 0, 1, UInt256.of(10_000), UInt256.of(10_000), false);

    /** A call whose class has the name of another's. */
    private record Swap() implements Call {
        @Override
        public void save(StateWriter out) {}
    }

    /** A venue of no registered kind. */
    private record Stall(String id, int chain, int base, int quote) implements VenueSpec.OnChain {}

    @Test
    void kindsStandInTheOrderOfTheirNames() {
        Kinds kinds = Kinds.of(List.of(new UniswapV2(), ToyKind.both(), new ToyKind("apple", List.of())));
        assertThat(kinds.all()).extracting(Kind::name).containsExactly("apple", "toy", "uniswap-v2");
        assertThat(kinds.venues()).extracting(VenueKind::name).containsExactly("uniswap-v2");
        assertThat(Kinds.of(List.of()).all()).isEmpty();
    }

    /** All markets of a process share them, so they are made once. */
    @Test
    void theRegisteredKindsAreThoseOfTheServiceFiles() {
        Kinds kinds = Kinds.registered();
        assertThat(kinds).isSameAs(Kinds.registered());
        assertThat(kinds.all())
                .extracting(Kind::name)
                .contains("batch", "router", "token", "uniswap-v2")
                .isSortedAccordingTo(Comparator.naturalOrder());
    }

    @Test
    void aVenueIsFoundByItsNameAndByItsSpec() {
        Kinds kinds = Kinds.of(List.of(new UniswapV2(), ToyKind.both()));
        assertThat(kinds.venue("uniswap-v2").orElseThrow().spec()).isEqualTo(UniswapV2Spec.class);
        assertThat(kinds.venueOf(POOL).name()).isEqualTo("uniswap-v2");
        assertThat(kinds.venue("toy")).as("a kind that is no venue").isEmpty();
        assertThat(kinds.venue("uniswap")).isEmpty();
    }

    @Test
    void aVenueOfNoKindIsNamed() {
        assertThatThrownBy(() -> Kinds.registered().venueOf(new Stall("corner", 0, 0, 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("venue corner: no kind is registered for " + Stall.class);
    }

    @Test
    void aCallIsFoundByItsClassAndNotByItsNameAlone() {
        Kinds kinds = Kinds.registered();
        Call known = new Call.Deposit(0, 0, UInt256.ONE);
        assertThat(kinds.call(known).orElseThrow().type()).isEqualTo(Call.Deposit.class);
        assertThat(kinds.call(new Swap())).as("another class called Swap").isEmpty();
        assertThat(kinds.call(new ToyKind.Leaf(1))).isEmpty();
    }

    @Test
    void twoCallsOfOneNameAreRefused() {
        CallKind<Swap> own = new CallKind<>(
                Swap.class, "does nothing", (_, _) -> new Swap(), (_, _) -> 0, (_, _, _) -> UInt256.ZERO);
        assertThatThrownBy(
                        () -> Kinds.of(List.of(new ToyKind("house", List.of(own)), new ToyKind("other", List.of(own)))))
                .isInstanceOf(RegistrationException.class)
                .hasMessageStartingWith("two kinds of calls are called 'Swap': ");
    }

    @Test
    void twoKindsOfOneNameAreRefused() {
        assertThatThrownBy(() -> Kinds.of(List.of(ToyKind.both(), new ToyKind("toy", List.of()))))
                .isInstanceOf(RegistrationException.class)
                .hasMessageStartingWith("two kinds are called 'toy': ");
    }

    @Test
    void theVectorsAreThoseOfAllKinds() {
        assertThat(Kinds.of(List.of(ToyKind.both())).vectors()).isEmpty();
        assertThat(Kinds.of(List.of(ToyKind.both(), new UniswapV2())).vectors())
                .hasSameSizeAs(new UniswapV2().vectors())
                .hasSizeGreaterThan(1);
    }
}
