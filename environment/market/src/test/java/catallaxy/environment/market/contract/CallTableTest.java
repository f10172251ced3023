package catallaxy.environment.market.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import catallaxy.environment.api.command.Amount;
import catallaxy.environment.api.command.Call;
import catallaxy.environment.api.command.CallReader;
import catallaxy.environment.api.command.FlashLoan;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.base.state.CorruptStateException;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import catallaxy.environment.market.venue.VenueSpec;
import catallaxy.environment.market.venue.uniswapv2.UniswapV2Spec;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What calls cost and take over the venues of a scenario, and how they are read. */
final class CallTableTest {
    private static final int ETH = 0;
    private static final int USDC = 1;
    private static final int BOOK = 0;
    private static final int POOL = 1;
    private static final UInt256 SEVEN = UInt256.of(7);

    private static final List<VenueSpec> VENUES = List.of(
            new VenueSpec.Book("book", 0, ETH, USDC, 1, 1),
            new UniswapV2Spec("pool", 0, ETH, USDC, UInt256.of(10_000), UInt256.of(10_000), false));

    private final CallTable table = new CallTable(Kinds.registered(), VENUES);
    private final CallTable toys = new CallTable(Kinds.of(List.of(ToyKind.both())), VENUES);
    private final VenueKind<?, ?> pools = Kinds.registered().venue("uniswap-v2").orElseThrow();

    @Test
    void onlyVenuesOfChainsAreOnAChain() {
        assertThat(table.onChain(POOL)).contains((UniswapV2Spec) VENUES.get(POOL));
        assertThat(table.onChain(BOOK)).isEmpty();
        assertThat(table.onChain(-1)).isEmpty();
        assertThat(table.onChain(VENUES.size())).isEmpty();
    }

    @Test
    void theGasOfACallInAnotherIsAdded() {
        assertThat(toys.gas(ToyKind.wrapped(0, 3))).isEqualTo(10);
        assertThat(toys.gas(ToyKind.wrapped(5, 3))).isEqualTo(15);
    }

    @Test
    void aCallOfNoKindCostsNothingAndTakesNothing() {
        assertThat(table.gas(ToyKind.wrapped(0, 3))).isZero();
        assertThat(table.taken(ToyKind.wrapped(0, 3), USDC)).isEqualTo(UInt256.ZERO);
    }

    @Test
    void whatACallTakesIsAskedForEachAsset() {
        assertThat(toys.taken(ToyKind.wrapped(2, 3), USDC)).isEqualTo(UInt256.of(3));
        assertThat(toys.taken(ToyKind.wrapped(2, 3), ETH)).isEqualTo(UInt256.ZERO);
    }

    @Test
    void theGasOfAVenuesCallIsItsKinds() {
        Call.OfVenue remove = new Call.RemoveLiquidity(POOL, SEVEN, SEVEN, SEVEN);
        assertThat(table.gas(remove)).isEqualTo(pools.gas(remove)).isPositive();
        assertThat(table.gas(new Call.RemoveLiquidity(BOOK, SEVEN, SEVEN, SEVEN)))
                .as("a book is no contract")
                .isZero();
        assertThat(table.gasOfHop(POOL)).isEqualTo(pools.hopGas()).isPositive();
        assertThat(table.gasOfHop(BOOK)).isZero();
    }

    /** A removal takes shares, of which the table knows nothing. */
    @Test
    void aVenuesCallTakesWhatIsKnownOnlyWhenItRuns() {
        assertThat(table.taken(new Call.RemoveLiquidity(POOL, SEVEN, SEVEN, SEVEN), ETH))
                .isEqualTo(UInt256.ZERO);
        assertThat(table.taken(new FlashLoan(POOL, ETH, SEVEN, new Call.Pay(POOL, ETH, Amount.of(SEVEN))), ETH))
                .isEqualTo(UInt256.ZERO);
    }

    @Test
    void aFlashLoanCostsItsLenderAndWhatIsDoneInIt() {
        Call pay = new Call.Pay(POOL, ETH, Amount.all());
        FlashLoan swap = new FlashLoan(POOL, ETH, SEVEN, pay);
        assertThat(table.gas(swap)).isEqualTo(pools.gas(swap) + table.gas(pay)).isGreaterThan(table.gas(pay));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 15})
    void readsCallsThatStandInEachOther(int wraps) {
        Call call = ToyKind.wrapped(wraps, 3);
        StateWriter out = new StateWriter();
        call.write(out);
        StateReader in = new StateReader(out.toBytes());
        assertThat(toys.reader().read(in)).isEqualTo(call);
        in.end();
    }

    /** A file of random bytes must not end in an overflow of the stack. */
    @Test
    void callsThatStandTooDeepAreCorrupt() {
        assertCorrupt(toys.reader(), ToyKind.wrapped(16, 3), "calls more than 16 deep");
    }

    @Test
    void aCallOfNoKindIsCorrupt() {
        assertCorrupt(table.reader(), ToyKind.wrapped(0, 3), "kind of call: found 'Leaf'");
    }

    @Test
    void fieldsThatCannotBeAreCorrupt() {
        StateWriter out = new StateWriter().text("Leaf").int32(-3);
        assertThatThrownBy(() -> toys.reader().read(new StateReader(out.toBytes())))
                .isInstanceOf(CorruptStateException.class)
                .hasMessage("call Leaf: value: -3 is below zero");
    }

    private static void assertCorrupt(CallReader reader, Call call, String message) {
        StateWriter out = new StateWriter();
        call.write(out);
        assertThatThrownBy(() -> reader.read(new StateReader(out.toBytes())))
                .isInstanceOf(CorruptStateException.class)
                .hasMessage(message);
    }
}
