package catallaxy.environment.market.bridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import catallaxy.environment.base.check.InvalidValueException;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import catallaxy.environment.market.account.Accounts;
import catallaxy.environment.market.account.Settlement;
import catallaxy.environment.market.ledger.AssetSpec;
import catallaxy.environment.market.ledger.Ledger;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A bridge alone: locked is what was minted and is under way, and its fee is rounded up. */
class BridgeTest {
    private static final int HOME = 0;
    private static final int REMOTE = 1;
    private static final int USDC = 0;
    private static final long START = 1_000_000;

    private final Ledger ledger = new Ledger(List.of(new AssetSpec("USDC", 6)));
    private final int genesis = ledger.openIssuer("genesis");
    private final int locked;
    private final int issuer;
    private final int fees;
    private final Settlement settlement = new Settlement(ledger, new Accounts(List.of("home", "remote")), 0);
    private final int alice = settlement.openParticipant("alice");
    private final Bridge bridge;

    BridgeTest() {
        Bridge.open(spec(0, 0), ledger);
        locked = ledger.account("canonical/locked");
        issuer = ledger.account("canonical/minted");
        fees = ledger.account("canonical/fees");
        bridge = bridge(500, 0, 1);
        settlement.mark(USDC, 1);
        ledger.issue(genesis, account(HOME), USDC, UInt256.of(START));
    }

    private static BridgeSpec spec(long feePips, double failures) {
        return new BridgeSpec("canonical", HOME, REMOTE, List.of(USDC), 5, feePips, failures);
    }

    private Bridge bridge(long feePips, double failures, long seed) {
        return Bridge.of(spec(feePips, failures), ledger, USDC, seed);
    }

    private int account(int chain) {
        return settlement.accounts().free(alice, chain);
    }

    private long owned(int account) {
        return ledger.balance(account, USDC).longValueExact();
    }

    private long minted() {
        return ledger.issued(issuer, USDC).longValueExact();
    }

    private boolean balances(long underWay) {
        assertThat(ledger.check().violations()).isEmpty();
        return bridge.balances(ledger, USDC, UInt256.of(underWay));
    }

    private boolean send(int from, long amount) {
        return ledger.transfer(account(from), from == HOME ? locked : issuer, USDC, UInt256.of(amount));
    }

    private long deliver(int to, long amount) {
        return bridge.deliver(settlement, alice, to, USDC, UInt256.of(amount)).longValueExact();
    }

    @Test
    void outwardLocksAtHomeAndMintsOnArrivalLessTheFee() {
        assertThat(send(HOME, 100_001)).isTrue();
        assertThat(owned(account(HOME))).isEqualTo(START - 100_001);
        assertThat(owned(locked)).isEqualTo(100_001);
        assertThat(minted()).isZero();
        assertThat(balances(100_001)).isTrue();
        assertThat(balances(100_000)).as("a unit less is under way").isFalse();
        assertThat(deliver(REMOTE, 100_001)).as("less 50.0005, rounded up").isEqualTo(99_950);
        assertThat(owned(account(REMOTE))).isEqualTo(99_950);
        assertThat(owned(fees)).isEqualTo(51);
        assertThat(minted()).isEqualTo(100_001);
        assertThat(balances(0)).isTrue();
        assertThat(settlement.totals(alice).feesPaidQuote()).isEqualTo(51e-6, within(1e-15));
    }

    @Test
    void homewardBurnsThereAndUnlocksOnArrivalLessTheFee() {
        bridge.endow(ledger, genesis, account(REMOTE), USDC, UInt256.of(50_000));
        assertThat(owned(locked)).isEqualTo(50_000);
        assertThat(minted()).isEqualTo(50_000);
        assertThat(balances(0)).isTrue();
        assertThat(send(REMOTE, 20_000)).isTrue();
        assertThat(owned(account(REMOTE))).isEqualTo(30_000);
        assertThat(minted()).isEqualTo(30_000);
        assertThat(balances(20_000)).isTrue();
        assertThat(deliver(HOME, 20_000)).isEqualTo(19_990);
        assertThat(owned(account(HOME))).isEqualTo(START + 19_990);
        assertThat(owned(fees)).isEqualTo(10);
        assertThat(owned(locked)).isEqualTo(30_000);
        assertThat(balances(0)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"500, 2000, 1", "500, 2001, 2", "500, 1, 1", "0, 100000, 0", "500000, 3, 2"})
    void theFeeIsRoundedUp(long feePips, long amount, long fee) {
        Bridge other = bridge(feePips, 0, 1);
        assertThat(send(HOME, amount)).isTrue();
        assertThat(other.deliver(settlement, alice, REMOTE, USDC, UInt256.of(amount)))
                .isEqualTo(UInt256.of(amount - fee));
        assertThat(owned(fees)).isEqualTo(fee);
    }

    @Test
    void whatFailsComesBackWhole() {
        send(HOME, 70_000);
        bridge.giveBack(settlement, alice, HOME, USDC, UInt256.of(70_000));
        assertThat(owned(account(HOME))).isEqualTo(START);
        assertThat(balances(0)).isTrue();
        bridge.endow(ledger, genesis, account(REMOTE), USDC, UInt256.of(10));
        send(REMOTE, 10);
        bridge.giveBack(settlement, alice, REMOTE, USDC, UInt256.of(10));
        assertThat(owned(account(REMOTE))).isEqualTo(10);
        assertThat(owned(fees)).isZero();
        assertThat(balances(0)).isTrue();
    }

    @Test
    void nobodySendsWhatHeDoesNotOwnAndNothingIsUnlockedThatIsNotLocked() {
        assertThat(send(HOME, START + 1)).isFalse();
        assertThat(send(REMOTE, 1)).isFalse();
        assertThat(owned(account(HOME))).isEqualTo(START);
        assertThatThrownBy(() -> deliver(HOME, 2_000))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("canonical");
    }

    @Test
    void transfersFailAsOftenAsTheSpecSays() {
        int draws = 20_000;
        double probability = 0.1;
        for (long seed = 1; seed <= 5; seed++) {
            Bridge risky = bridge(0, probability, seed);
            int failed = 0;
            for (int i = 0; i < draws; i++) {
                failed += risky.drawFailure() ? 1 : 0;
            }
            double standardError = Math.sqrt(probability * (1 - probability) / draws);
            assertThat((double) failed / draws).as("seed %d", seed).isCloseTo(probability, within(4 * standardError));
        }
        assertThat(bridge(0, 0, 1).drawFailure()).isFalse();
        assertThat(bridge(0, 1, 1).drawFailure()).isTrue();
    }

    private static List<Boolean> draws(Bridge bridge) {
        List<Boolean> draws = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            draws.add(bridge.drawFailure());
        }
        return draws;
    }

    @Test
    void aCopyAndARestoredBridgeDrawTheSameFailures() {
        Bridge risky = bridge(500, 0.5, 3);
        List<Boolean> first = draws(risky);
        StateWriter out = new StateWriter();
        risky.save(out);
        StateReader in = new StateReader(out.toBytes());
        Bridge restored = Bridge.load(in, risky.spec(), ledger, USDC);
        in.end();
        Bridge copy = risky.copy();
        List<Boolean> expected = draws(risky);
        assertThat(expected).isNotEqualTo(first);
        assertThat(draws(copy)).isEqualTo(expected);
        assertThat(draws(restored)).isEqualTo(expected);
        send(HOME, 2_000);
        assertThat(restored.deliver(settlement, alice, REMOTE, USDC, UInt256.of(2_000)))
                .isEqualTo(UInt256.of(1_999));
    }

    @ParameterizedTest
    @CsvSource({"0, 0, 5, 500, 0", "0, 1, -1, 500, 0", "0, 1, 5, 500001, 0", "0, 1, 5, -1, 0", "0, 1, 5, 0, 1.01"})
    void aSpecBeyondItsBoundsIsRefused(int home, int remote, long delay, long fee, double failures) {
        assertThatThrownBy(() -> new BridgeSpec("b", home, remote, List.of(USDC), delay, fee, failures))
                .isInstanceOf(InvalidValueException.class);
    }

    /** Whatever goes to and fro, what is locked is what was minted and is under way. */
    @Test
    void lockedIsMintedAndUnderWay() {
        for (long seed = 1; seed <= 30; seed++) {
            Random random = new Random(seed);
            BridgeTest each = new BridgeTest();
            List<long[]> underWay = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                each.step(random, underWay);
                long sum = underWay.stream().mapToLong(transfer -> transfer[1]).sum();
                assertThat(each.balances(sum)).as("seed %d, step %d", seed, i).isTrue();
            }
            assertThat(each.owned(each.fees)).as("seed %d", seed).isPositive();
        }
    }

    private void step(Random random, List<long[]> underWay) {
        int from = random.nextInt(2);
        long amount = random.nextInt(1, 200_000);
        if (random.nextBoolean()) {
            if (send(from, amount)) {
                underWay.add(new long[] {from, amount});
            }
        } else if (!underWay.isEmpty()) {
            long[] transfer = underWay.remove(random.nextInt(underWay.size()));
            if (random.nextInt(4) == 0) {
                bridge.giveBack(settlement, alice, (int) transfer[0], USDC, UInt256.of(transfer[1]));
            } else {
                deliver(1 - (int) transfer[0], transfer[1]);
            }
        }
    }
}
