package catallaxy.environment.market.router;

import static org.assertj.core.api.Assertions.assertThat;

import catallaxy.environment.api.command.Amount;
import catallaxy.environment.api.command.Call;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.base.random.RandomStream;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import catallaxy.environment.market.contract.CallKind;
import catallaxy.environment.market.contract.CallTable;
import catallaxy.environment.market.contract.Kinds;
import catallaxy.environment.market.contract.TestFrame;
import catallaxy.environment.market.contract.TestSite;
import catallaxy.environment.market.token.TokenKind;
import catallaxy.environment.market.venue.VenueSpec;
import catallaxy.environment.market.venue.uniswapv2.UniswapV2;
import catallaxy.environment.market.venue.uniswapv2.UniswapV2Spec;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What calls of the router and batches cost and take, and how they are read. */
final class RouterKindTest {
    private static final int ETH = 0;
    private static final int USDC = 1;
    private static final int BOOK = 0;
    private static final int POOL = 1;
    private static final UInt256 SEVEN = UInt256.of(7);
    private static final UInt256 NINE = UInt256.of(9);

    private static final List<VenueSpec> VENUES = List.of(
            new VenueSpec.Book("book", 0, ETH, USDC, 1, 1),
            new UniswapV2Spec("pool", 0, ETH, USDC, UInt256.of(10_000), UInt256.of(10_000), false));

    private final UniswapV2 pools = new UniswapV2();
    private final CallTable table =
            new CallTable(Kinds.of(List.of(new RouterKind(), new BatchKind(), new TokenKind(), pools)), VENUES);

    private static Call swap(Amount in, Integer... path) {
        return new Call.Swap(List.of(path), ETH, in, UInt256.ZERO);
    }

    private static Call add(int pool, Amount base, Amount quote) {
        return new Call.AddLiquidity(pool, base, quote, UInt256.ZERO, UInt256.ZERO);
    }

    @Test
    void aSwapCostsTheRouterAndEachHop() {
        Amount in = Amount.of(SEVEN);
        assertThat(table.gas(swap(in, POOL))).isEqualTo(35_000 + pools.hopGas());
        assertThat(table.gas(swap(in, POOL, POOL, POOL))).isEqualTo(35_000 + 3 * pools.hopGas());
        assertThat(table.gas(swap(in, BOOK))).as("a way that is none").isEqualTo(35_000);
    }

    @Test
    void aSwapTakesItsInputWhereThatIsKnown() {
        assertThat(table.taken(swap(Amount.of(SEVEN), POOL), ETH)).isEqualTo(SEVEN);
        assertThat(table.taken(swap(Amount.of(SEVEN), POOL), USDC)).isEqualTo(UInt256.ZERO);
        assertThat(table.taken(swap(Amount.all(), POOL), ETH)).isEqualTo(UInt256.ZERO);
    }

    @Test
    void liquidityTakesBothAssetsOfItsPool() {
        Call both = add(POOL, Amount.of(SEVEN), Amount.of(NINE));
        assertThat(table.taken(both, ETH)).isEqualTo(SEVEN);
        assertThat(table.taken(both, USDC)).isEqualTo(NINE);
        assertThat(table.taken(both, 2)).isEqualTo(UInt256.ZERO);
        assertThat(table.taken(add(POOL, Amount.all(), Amount.of(NINE)), ETH)).isEqualTo(UInt256.ZERO);
        assertThat(table.taken(add(BOOK, Amount.of(SEVEN), Amount.of(NINE)), ETH))
                .as("no pool")
                .isEqualTo(UInt256.ZERO);
    }

    @Test
    void liquidityCostsWhatThePoolSays() {
        Call.OfVenue add = new Call.AddLiquidity(POOL, SEVEN, NINE, UInt256.ZERO, UInt256.ZERO);
        Call.OfVenue remove = new Call.RemoveLiquidity(POOL, SEVEN, UInt256.ZERO, UInt256.ZERO);
        assertThat(table.gas(add)).isEqualTo(pools.gas(add)).isPositive();
        assertThat(table.gas(remove)).isEqualTo(pools.gas(remove)).isPositive();
    }

    @Test
    void aBatchCostsWhatItsCallsCostAndTakesWhatIsKnownOnlyWhenItRuns() {
        Call swap = swap(Amount.of(SEVEN), POOL);
        Call pay = new Call.Transfer(1, ETH, SEVEN);
        Call batch = new Call.Batch(List.of(swap, new Call.Batch(List.of(pay, pay))));
        assertThat(table.gas(batch)).isEqualTo(table.gas(swap) + 2 * table.gas(pay));
        assertThat(table.taken(batch, ETH)).isEqualTo(UInt256.ZERO);
    }

    @Test
    void everyChainHasARouterOfAllVenues() {
        TestFrame frame = new TestFrame(0);
        var router = new RouterKind().onChain(new TestSite(VENUES)).orElseThrow();
        assertThat(router.call(frame, swap(Amount.of(SEVEN), BOOK)).reason())
                .isEqualTo("UniswapV2Library: INVALID_PATH");
        assertThat(new RouterKind().calls())
                .extracting(CallKind::name)
                .containsExactly("Swap", "AddLiquidity", "RemoveLiquidity");
    }

    /** Draws calls with random fields, batches in batches among them. */
    private record Calls(RandomStream random) {
        Call next(int depth) {
            return switch (random.nextInt(depth > 0 ? 5 : 4)) {
                case 0 -> new Call.Swap(path(), random.nextInt(3), amount(), units());
                case 1 -> new Call.AddLiquidity(random.nextInt(9), amount(), amount(), units(), units());
                case 2 -> new Call.RemoveLiquidity(random.nextInt(9), amount(), units(), units());
                case 3 -> new Call.Pay(random.nextInt(9), random.nextInt(3), amount());
                default -> batch(depth);
            };
        }

        private Call batch(int depth) {
            List<Call> calls = new ArrayList<>();
            for (int i = random.nextInt(3); i >= 0; i--) {
                calls.add(next(depth - 1));
            }
            return new Call.Batch(calls);
        }

        private List<Integer> path() {
            List<Integer> path = new ArrayList<>();
            for (int i = random.nextInt(4); i >= 0; i--) {
                path.add((int) random.nextLong());
            }
            return path;
        }

        private Amount amount() {
            return switch (random.nextInt(3)) {
                case 0 -> Amount.all();
                case 1 -> Amount.given(random.nextInt(Integer.MAX_VALUE));
                default -> Amount.of(units());
            };
        }

        private UInt256 units() {
            return UInt256.ofLimbs(random.nextLong(), random.nextLong(), random.nextLong(), random.nextLong())
                    .shiftRight(random.nextInt(256));
        }
    }

    @Test
    void readsWhateverCallsItWrote() {
        for (long seed = 0; seed < 200; seed++) {
            Call call = new Calls(RandomStream.of(seed, "test/calls")).next(Call.Batch.MAX_DEPTH);
            StateWriter out = new StateWriter();
            call.write(out);
            StateReader in = new StateReader(out.toBytes());
            assertThat(table.reader().read(in)).as("seed %d", seed).isEqualTo(call);
            in.end();
        }
    }
}
