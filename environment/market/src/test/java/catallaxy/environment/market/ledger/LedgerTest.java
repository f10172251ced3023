package catallaxy.environment.market.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.base.state.CorruptStateException;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LedgerTest {
    /** What mint owes of both assets, alice's ETH and bob's USDC. */
    private static final int BALANCES = 4;

    /** Bytes of a saved balance: account, asset and four limbs. */
    private static final int ENTRY = 2 * Integer.BYTES + 4 * Long.BYTES;

    private final Ledger ledger = new Ledger(List.of(new AssetSpec("ETH", 18), new AssetSpec("USDC", 6)));
    private int mint;
    private int alice;
    private int bob;
    private int eth;
    private int usdc;

    @BeforeEach
    void open() {
        mint = ledger.openIssuer("mint");
        alice = ledger.openAccount("alice");
        bob = ledger.openAccount("bob");
        eth = ledger.asset("ETH");
        usdc = ledger.asset("USDC");
        ledger.issue(mint, alice, eth, UInt256.parse("3000000000000000000"));
        ledger.issue(mint, bob, usdc, UInt256.powerOfTwo(200));
    }

    private static byte[] bytes(Ledger ledger) {
        StateWriter out = new StateWriter();
        ledger.save(out);
        return out.toBytes();
    }

    @Test
    void transferMovesAllOrNothing() {
        assertThat(ledger.transfer(alice, bob, eth, 1_000_000_000_000_000_000L)).isTrue();
        assertThat(ledger.transfer(alice, bob, eth, UInt256.parse("2000000000000000001")))
                .isFalse();
        assertThat(ledger.transfer(alice, bob, eth, UInt256.MAX)).isFalse();
        assertThat(ledger.transfer(alice, alice, eth, UInt256.MAX)).isFalse();
        assertThat(ledger.transfer(alice, alice, eth, 7)).isTrue();
        assertThat(ledger.balance(alice, eth)).hasToString("2000000000000000000");
        assertThat(ledger.balanceAsDouble(alice, eth)).isEqualTo(2.0);
        assertThat(ledger.balanceAsDouble(mint, eth)).isEqualTo(-3.0);
        assertThat(ledger.issued(mint, eth)).hasToString("3000000000000000000");
        assertThat(ledger.covers(alice, eth, UInt256.parse("2000000000000000000")))
                .isTrue();
        assertThat(ledger.covers(alice, eth, UInt256.parse("2000000000000000001")))
                .isFalse();
        assertThat(ledger.operations()).isEqualTo(4);
        assertThat(ledger.check().violations()).isEmpty();
    }

    @Test
    void redeemingTakesUnitsOutOfCirculation() {
        assertThat(ledger.redeem(bob, mint, usdc, UInt256.powerOfTwo(199))).isTrue();
        assertThat(ledger.issued(mint, usdc)).isEqualTo(UInt256.powerOfTwo(199));
        assertThat(ledger.redeem(bob, mint, usdc, UInt256.powerOfTwo(200))).isFalse();
        assertThatThrownBy(() -> ledger.issue(alice, bob, eth, UInt256.ONE)).hasMessageContaining("alice is no issuer");
        assertThatThrownBy(() -> ledger.balance(mint, eth)).hasMessageContaining("mint owes 3000000000000000000 ETH");
    }

    @Test
    void balancesBeyondTheSignedRangeAreProgrammingErrors() {
        byte[] before = bytes(ledger);
        UInt256 top = UInt256.powerOfTwo(255).minusExact(UInt256.ONE);
        assertThatThrownBy(() -> ledger.issue(mint, bob, usdc, top)).hasMessageContaining("USDC from mint to bob");
        assertThatThrownBy(() -> ledger.issue(mint, bob, eth, UInt256.MAX)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> ledger.transfer(alice, bob, eth, -1)).hasMessageContaining("-1");
        assertThatThrownBy(() -> ledger.transfer(3, bob, eth, 1)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> ledger.transfer(alice, bob, 2, 1)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThat(bytes(ledger)).startsWith(Arrays.copyOf(before, before.length - 8));
    }

    @Test
    void namesAreUniqueAndKnown() {
        assertThat(ledger.account("bob")).isEqualTo(bob);
        assertThat(ledger.accountName(bob)).isEqualTo("bob");
        assertThatThrownBy(() -> ledger.openAccount("bob")).hasMessageContaining("bob");
        assertThatThrownBy(() -> ledger.account("carol")).hasMessageContaining("carol");
        assertThatThrownBy(() -> ledger.asset("DAI")).hasMessageContaining("DAI");
        assertThatThrownBy(() -> new AssetSpec("X", 78)).hasMessageContaining("78");
    }

    @Test
    void balancesOfMoreThanSixtyThreeBitsAreReadWhole() {
        UInt256 tenEther = UInt256.parse("10000000000000000000");
        ledger.transfer(mint, bob, eth, tenEther);
        assertThat(ledger.balanceAsDouble(bob, eth)).isEqualTo(10.0);
        assertThat(ledger.balanceAsDouble(mint, eth)).isEqualTo(-13.0);
    }

    @Test
    void anAssetAddedLaterLeavesBalancesAlone() {
        int lp = ledger.addAsset(new AssetSpec("LP", 18));
        ledger.issue(mint, bob, lp, UInt256.ONE);
        assertThat(ledger.balance(alice, eth)).hasToString("3000000000000000000");
        assertThat(ledger.balance(bob, usdc)).isEqualTo(UInt256.powerOfTwo(200));
        assertThat(ledger.balance(bob, lp)).isEqualTo(UInt256.ONE);
        for (int i = 0; i < 100; i++) {
            ledger.openAccount("account " + i);
        }
        assertThat(ledger.check().violations()).isEmpty();
        assertThat(ledger.check().checks()).isEqualTo(3 + 3 * 102);
    }

    @Test
    void aCopyIsIndependent() {
        Ledger copy = ledger.copy();
        copy.transfer(alice, bob, eth, 5);
        int carol = copy.openAccount("carol");
        assertThat(ledger.openAccount("dave")).isEqualTo(carol);
        assertThat(copy.accountName(carol)).isEqualTo("carol");
        assertThat(ledger.accountName(carol)).isEqualTo("dave");
        assertThat(ledger.balance(bob, eth)).isEqualTo(UInt256.ZERO);
        assertThat(copy.balance(bob, eth)).isEqualTo(UInt256.of(5));
    }

    @Test
    void marksNestAndRevertExactly() {
        byte[] start = bytes(ledger);
        int outer = ledger.mark();
        ledger.transfer(bob, alice, usdc, UInt256.powerOfTwo(199));
        int inner = ledger.mark();
        ledger.transfer(alice, bob, usdc, UInt256.powerOfTwo(198).minusExact(UInt256.ONE));
        ledger.revertTo(inner);
        assertThat(ledger.balance(alice, usdc)).isEqualTo(UInt256.powerOfTwo(199));
        int kept = ledger.mark();
        ledger.issue(mint, bob, eth, UInt256.ONE);
        ledger.commit(kept);
        assertThatThrownBy(ledger::copy).isInstanceOf(IllegalStateException.class);
        ledger.revertTo(outer);
        int balances = start.length - Long.BYTES;
        assertThat(bytes(ledger)).startsWith(Arrays.copyOf(start, balances));
        assertThatThrownBy(() -> ledger.revertTo(outer)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void loadsWhatItSaved() {
        byte[] saved = bytes(ledger);
        StateReader in = new StateReader(saved);
        Ledger loaded = Ledger.load(in);
        in.end();
        assertThat(bytes(loaded)).isEqualTo(saved);
        assertThat(loaded.transfer(alice, bob, eth, 1)).isTrue();
        assertThat(loaded.isIssuer(mint)).isTrue();
    }

    @Test
    void everyTruncationIsCorrupt() {
        byte[] saved = bytes(ledger);
        for (int length = 0; length < saved.length; length++) {
            byte[] cut = Arrays.copyOf(saved, length);
            assertThatThrownBy(() -> Ledger.load(new StateReader(cut))).isInstanceOf(CorruptStateException.class);
        }
    }

    @Test
    void aPlantedLeakIsFound() {
        Ledger leaking = Ledger.load(new StateReader(plant(bytes(ledger), 1)));
        assertThat(leaking.check().violations()).containsExactly(new Conservation.Violation.Leak("ETH", "1"));
    }

    @Test
    void aPlantedOverdraftIsFound() {
        Ledger owing = Ledger.load(new StateReader(plant(bytes(ledger), -3_000_000_000_000_000_002L)));
        assertThat(owing.check().violations())
                .containsExactly(
                        new Conservation.Violation.Overdraft("alice", "ETH", "-2"),
                        new Conservation.Violation.Leak("ETH", "-3000000000000000002"));
    }

    @Test
    void onlyBalancesAreSaved() {
        int before = bytes(ledger).length;
        for (int i = 0; i < 50; i++) {
            ledger.transfer(alice, bob, eth, 7);
            ledger.transfer(bob, alice, eth, 7);
        }
        assertThat(bytes(ledger)).hasSize(before);
        ledger.transfer(alice, bob, eth, 7);
        assertThat(bytes(ledger)).hasSize(before + ENTRY);
        ledger.transfer(bob, alice, eth, 7);
        assertThat(bytes(Ledger.load(new StateReader(bytes(ledger))))).isEqualTo(bytes(ledger));
    }

    @ParameterizedTest
    @CsvSource({"0, -1", "0, 3", "1, -1", "1, 2", "0, 0"})
    void anEntryOutOfPlaceIsCorrupt(int word, int value) {
        byte[] saved = bytes(ledger);
        ByteBuffer.wrap(saved).order(ByteOrder.LITTLE_ENDIAN).putInt(entry(saved, 3) + word * Integer.BYTES, value);
        assertThatThrownBy(() -> Ledger.load(new StateReader(saved)))
                .as("bob's USDC, moved")
                .isInstanceOfSatisfying(
                        CorruptStateException.class,
                        e -> assertThat(e).hasMessageContaining("among 3 accounts and 2 assets"));
    }

    @Test
    void anEntryOfNothingIsCorrupt() {
        byte[] saved = bytes(ledger);
        Arrays.fill(saved, entry(saved, 2) + 8, entry(saved, 3), (byte) 0);
        assertThatThrownBy(() -> Ledger.load(new StateReader(saved)))
                .isInstanceOf(CorruptStateException.class)
                .hasMessage("ledger: balance 0 of account 1, asset 0");
    }

    @Test
    void anIssuersBalanceReachesBothEndsOfTheSignedRange() {
        UInt256 top = UInt256.powerOfTwo(255).minusExact(UInt256.ONE);
        int other = ledger.addAsset(new AssetSpec("OTHER", 0));
        ledger.issue(mint, bob, other, top);
        assertThat(ledger.issued(mint, other)).isEqualTo(top);
        assertThat(ledger.balance(bob, other)).isEqualTo(top);
        assertThatThrownBy(() -> ledger.issue(mint, bob, other, UInt256.ONE)).isInstanceOf(ArithmeticException.class);
        ledger.issue(mint, alice, other, UInt256.ONE);
        assertThat(ledger.issued(mint, other)).isEqualTo(UInt256.powerOfTwo(255));
        assertThatThrownBy(() -> ledger.issue(mint, alice, other, UInt256.ONE)).isInstanceOf(ArithmeticException.class);
        assertThat(ledger.balanceAsDouble(mint, other)).isEqualTo(-0x1p255);
        Ledger loaded = Ledger.load(new StateReader(bytes(ledger)));
        assertThat(loaded.redeem(bob, mint, other, top)).isTrue();
        assertThat(loaded.redeem(alice, mint, other, UInt256.ONE)).isTrue();
        assertThat(loaded.issued(mint, other)).isEqualTo(UInt256.ZERO);
        assertThat(loaded.check().violations()).isEmpty();
    }

    @Test
    void whatWasNeverHeldReadsAsNothing() {
        assertThat(ledger.balance(alice, usdc)).isEqualTo(UInt256.ZERO);
        assertThat(ledger.balanceAsDouble(alice, usdc)).isZero();
        assertThat(ledger.covers(alice, usdc, UInt256.ZERO)).isTrue();
        assertThat(ledger.covers(alice, usdc, UInt256.ONE)).isFalse();
        assertThat(ledger.transfer(alice, bob, usdc, 1)).isFalse();
        assertThat(ledger.transfer(alice, bob, usdc, 0)).isTrue();
        assertThat(ledger.transfer(alice, alice, usdc, 0)).isTrue();
    }

    @Test
    void movingNothingTakesNoRoom() {
        Ledger large = new Ledger(IntStream.range(0, 40)
                .mapToObj(asset -> new AssetSpec("A" + asset, 0))
                .toList());
        int issuer = large.openIssuer("issuer");
        int carol = large.openAccount("carol");
        assertThat(large.transfer(carol, issuer, 39, 0)).isTrue();
        assertThat(large.transfer(issuer, issuer, 39, 5)).isTrue();
        assertThat(large.transfer(carol, issuer, 39, 5)).isFalse();
        assertThat(large.operations()).isEqualTo(2);
        assertThat(large.balances().placed()).isZero();
        large.issue(issuer, carol, 38, UInt256.ONE);
        assertThat(large.balances().placed()).isEqualTo(2);
        assertThat(large.balance(carol, 39)).isEqualTo(UInt256.ZERO);
    }

    private static int entry(byte[] saved, int entry) {
        return saved.length - Long.BYTES - (BALANCES - entry) * ENTRY;
    }

    /** Adds to the low limb of alice's ETH, the third balance, in saved bytes. */
    private static byte[] plant(byte[] saved, long units) {
        ByteBuffer buffer = ByteBuffer.wrap(saved).order(ByteOrder.LITTLE_ENDIAN);
        int at = entry(saved, 2) + 2 * Integer.BYTES;
        buffer.putLong(at, buffer.getLong(at) + units);
        if (buffer.getLong(at) < 0) {
            for (int limb = 1; limb < 4; limb++) {
                buffer.putLong(at + limb * Long.BYTES, -1);
            }
        }
        return saved;
    }
}
