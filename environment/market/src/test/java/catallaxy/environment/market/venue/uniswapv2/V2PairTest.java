package catallaxy.environment.market.venue.uniswapv2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.base.state.CorruptStateException;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import catallaxy.environment.market.ledger.AssetSpec;
import catallaxy.environment.market.ledger.Ledger;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class V2PairTest {
    private static final UInt256 MILLION = UInt256.of(1_000_000);

    private final Ledger ledger = new Ledger(List.of(new AssetSpec("token0", 18), new AssetSpec("token1", 18)));
    private final int source = ledger.openIssuer("source");
    private final int trader = ledger.openAccount("trader");
    private final V2Accounts accounts = V2Accounts.open(ledger, "pair", 0, 1);
    private final V2Pair pair = new V2Pair(accounts);

    @BeforeEach
    void fund() {
        ledger.issue(source, accounts.pair(), 0, MILLION);
        ledger.issue(source, accounts.pair(), 1, MILLION);
        pair.mint(ledger, 1, source);
        ledger.issue(source, trader, 0, MILLION);
    }

    private byte[] state() {
        StateWriter out = new StateWriter();
        pair.save(out);
        for (int account : new int[] {trader, accounts.pair()}) {
            ledger.balance(account, 0).save(out);
            ledger.balance(account, 1).save(out);
        }
        return out.toBytes();
    }

    @Test
    void theFirstMintLocksTheMinimum() {
        assertThat(pair.totalShares(ledger)).isEqualTo(MILLION);
        assertThat(ledger.balance(accounts.burned(), accounts.shares())).isEqualTo(UInt256.of(1000));
    }

    @Test
    void anExactInputIsQuotedPaidAndSettled() {
        V2Quote bought = pair.swapExactIn(ledger, 2, true, UInt256.of(1000), trader, trader);
        assertThat(bought).isEqualTo(new V2Quote(V2Status.OK, UInt256.of(996)));
        assertThat(ledger.balance(trader, 0)).isEqualTo(UInt256.of(999_000));
        assertThat(ledger.balance(trader, 1)).isEqualTo(UInt256.of(996));
        assertThat(pair.reserve0()).isEqualTo(UInt256.of(1_001_000));
        assertThat(pair.reserve1()).isEqualTo(UInt256.of(999_004));
    }

    @Test
    void aRefusedExactInputMovesNothing() {
        byte[] before = state();
        assertThat(pair.swapExactIn(ledger, 2, true, UInt256.ONE, trader, trader)
                        .status())
                .isEqualTo(V2Status.INSUFFICIENT_OUTPUT_AMOUNT);
        assertThat(pair.swapExactIn(ledger, 2, true, UInt256.ZERO, trader, trader)
                        .status())
                .isEqualTo(V2Status.LIBRARY_INSUFFICIENT_INPUT_AMOUNT);
        assertThat(pair.swapExactIn(ledger, 2, false, MILLION, trader, trader).status())
                .isEqualTo(V2Status.TRANSFER_FROM_FAILED);
        assertThat(pair.swapExactIn(ledger, 2, true, UInt256.powerOfTwo(112), source, trader)
                        .status())
                .isEqualTo(V2Status.OVERFLOW);
        assertThat(state()).isEqualTo(before);
    }

    @Test
    void anExactInputIsTheRoutersQuotePaymentAndSwap() {
        for (int seed = 0; seed < 200; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            Ledger twin = ledger.copy();
            V2Pair other = pair.copy();
            for (int i = 0; i < 20; i++) {
                boolean zeroForOne = random.nextBoolean();
                UInt256 in = UInt256.of(random.nextLong(1, 1L << random.nextInt(1, 40)));
                V2Status fast = pair.swapExactIn(ledger, i, zeroForOne, in, source, trader)
                        .status();
                assertThat(step(twin, other, i, zeroForOne, in))
                        .as("seed %d", seed)
                        .isEqualTo(fast);
                assertThat(other.reserve0()).isEqualTo(pair.reserve0());
                assertThat(other.price1Cumulative()).isEqualTo(pair.price1Cumulative());
                assertThat(twin.balance(trader, 0)).isEqualTo(ledger.balance(trader, 0));
            }
        }
    }

    private V2Status step(Ledger twin, V2Pair other, long now, boolean zeroForOne, UInt256 in) {
        UInt256 out = other.amountOut(zeroForOne, in).amount();
        int mark = twin.mark();
        twin.issue(source, accounts.pair(), zeroForOne ? 0 : 1, in);
        UInt256 out0 = zeroForOne ? UInt256.ZERO : out;
        V2Status status = other.swap(twin, now, out0, zeroForOne ? out : UInt256.ZERO, trader);
        if (status.ok()) {
            twin.commit(mark);
        } else {
            twin.revertTo(mark);
        }
        return status;
    }

    @Test
    void aFlashSwapThatPaysTheFeeSucceeds() {
        V2Status status = pair.flashSwap(ledger, 2, UInt256.of(10_000), UInt256.ZERO, trader, (out0, out1) -> {
            ledger.transfer(trader, accounts.pair(), 0, UInt256.of(10_031));
            return V2Status.OK;
        });
        assertThat(status).isEqualTo(V2Status.OK);
        assertThat(pair.reserve0()).isEqualTo(UInt256.of(1_000_031));
    }

    @Test
    void aFlashSwapThatPaysTooLittleLeavesNoTrace() {
        byte[] before = state();
        V2Status unpaid = pair.flashSwap(ledger, 2, UInt256.of(10_000), UInt256.ZERO, trader, (out0, out1) -> {
            ledger.transfer(trader, accounts.pair(), 0, UInt256.of(10_030));
            return V2Status.OK;
        });
        assertThat(unpaid).isEqualTo(V2Status.K);
        V2Status refused = pair.flashSwap(
                ledger, 2, UInt256.of(10_000), UInt256.ZERO, trader, (out0, out1) -> V2Status.TRANSFER_FAILED);
        assertThat(refused).isEqualTo(V2Status.TRANSFER_FAILED);
        assertThat(state()).isEqualTo(before);
    }

    @Test
    void nothingEntersDuringAFlashSwap() {
        pair.flashSwap(ledger, 2, UInt256.ONE, UInt256.ZERO, trader, (out0, out1) -> {
            assertThat(pair.swap(ledger, 2, out0, out1, trader)).isEqualTo(V2Status.LOCKED);
            assertThat(pair.swapExactIn(ledger, 2, true, MILLION, trader, trader)
                            .status())
                    .isEqualTo(V2Status.LOCKED);
            assertThat(pair.mint(ledger, 2, trader).status()).isEqualTo(V2Status.LOCKED);
            assertThat(pair.burn(ledger, 2, trader).status()).isEqualTo(V2Status.LOCKED);
            assertThat(pair.skim(ledger, trader)).isEqualTo(V2Status.LOCKED);
            assertThat(pair.sync(ledger, 2)).isEqualTo(V2Status.LOCKED);
            return V2Status.OK;
        });
        assertThat(pair.sync(ledger, 2)).isEqualTo(V2Status.OK);
    }

    @Test
    void burningOnAnEmptyPairDividesByZero() {
        V2Pair empty = new V2Pair(V2Accounts.open(ledger, "empty", 0, 1));
        assertThat(empty.burn(ledger, 1, trader).status()).isEqualTo(V2Status.DIVISION_BY_ZERO);
        assertThat(empty.mint(ledger, 1, trader).status()).isEqualTo(V2Status.SUB_UNDERFLOW);
    }

    @Test
    void aCopyIsIndependentAndRestores() {
        V2Pair before = pair.copy();
        byte[] state = state();
        Ledger ledgerBefore = ledger.copy();
        pair.setFeeTo(trader);
        pair.swapExactIn(ledger, 9, true, UInt256.of(1000), trader, trader);
        assertThat(before.reserve0()).isEqualTo(MILLION);
        assertThat(before.feeTo()).isEqualTo(V2Pair.NO_FEE);
        pair.restore(before);
        StateWriter out = new StateWriter();
        pair.save(out);
        assertThat(state).startsWith(out.toBytes());
        assertThat(ledgerBefore.balance(trader, 0)).isEqualTo(MILLION);
    }

    @Test
    void everyTruncationIsCorrupt() {
        StateWriter out = new StateWriter();
        pair.save(out);
        byte[] saved = out.toBytes();
        for (int length = 0; length < saved.length; length++) {
            byte[] cut = Arrays.copyOf(saved, length);
            assertThatThrownBy(() -> V2Pair.load(new StateReader(cut))).isInstanceOf(CorruptStateException.class);
        }
        saved[12] = saved[16];
        assertThatThrownBy(() -> V2Pair.load(new StateReader(saved))).isInstanceOf(CorruptStateException.class);
    }
}
