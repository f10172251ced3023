package catallaxy.environment.market.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import catallaxy.environment.base.number.UInt256;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Random movements, marks and copies: every asset must stay conserved, and equal a plain model where one is kept. */
final class LedgerConservationTest {
    private static final int ASSETS = 4;
    private static final int ACCOUNTS = 12;

    private static Ledger funded(SplittableRandom random) {
        List<AssetSpec> assets = new ArrayList<>();
        for (int i = 0; i < ASSETS; i++) {
            assets.add(new AssetSpec("A" + i, 18));
        }
        Ledger ledger = new Ledger(assets);
        int issuer = ledger.openIssuer("issuer");
        for (int account = 1; account < ACCOUNTS; account++) {
            ledger.openAccount("account " + account);
            for (int asset = 0; asset < ASSETS; asset++) {
                ledger.issue(issuer, account, asset, amount(random));
            }
        }
        return ledger;
    }

    /** Log-uniform below 2^130, with runs of ones that make carries ripple. */
    private static UInt256 amount(SplittableRandom random) {
        int bits = random.nextInt(131);
        UInt256 amount = UInt256.ofLimbs(0, random.nextLong() & 3, random.nextLong(), random.nextLong());
        return random.nextInt(8) == 0
                ? UInt256.powerOfTwo(bits).minusExact(UInt256.ONE)
                : amount.shiftRight(130 - Math.min(bits, 130));
    }

    private static long moves(int seed, long operations) {
        SplittableRandom random = new SplittableRandom(seed);
        Ledger ledger = funded(random);
        while (ledger.operations() < operations) {
            boolean marked = random.nextInt(4) == 0;
            int mark = marked ? ledger.mark() : -1;
            for (int i = random.nextInt(16); i >= 0; i--) {
                int asset = random.nextInt(ASSETS);
                ledger.transfer(random.nextInt(ACCOUNTS), random.nextInt(ACCOUNTS), asset, amount(random));
            }
            if (marked && random.nextBoolean()) {
                ledger.revertTo(mark);
            } else if (marked) {
                ledger.commit(mark);
            }
            if (random.nextInt(1024) == 0) {
                assertThat(ledger.check().violations()).as("seed %d", seed).isEmpty();
            }
        }
        assertThat(ledger.check().violations()).as("seed %d", seed).isEmpty();
        return ledger.operations();
    }

    @Test
    void aMillionMovementsConserveValue() {
        long operations = 0;
        for (int seed = 0; seed < 10; seed++) {
            operations += moves(seed, 100_000);
        }
        assertThat(operations).isGreaterThanOrEqualTo(1_000_000);
    }

    @Test
    @Tag("long")
    void aHundredMillionMovementsConserveValue() {
        long operations = 0;
        for (int seed = 100; seed < 110; seed++) {
            operations += moves(seed, 10_000_000);
        }
        assertThat(operations).isGreaterThanOrEqualTo(100_000_000);
    }

    @Test
    void agreesWithAPlainModel() {
        for (int seed = 0; seed < 10; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            Ledger ledger = funded(random);
            BigInteger[] model = balances(ledger, 0);
            for (int i = 0; i < 5_000; i++) {
                int from = random.nextInt(1, ACCOUNTS);
                int to = random.nextInt(1, ACCOUNTS);
                UInt256 amount = amount(random);
                boolean covered = model[from].compareTo(amount.toBigInteger()) >= 0;
                assertThat(ledger.transfer(from, to, 0, amount))
                        .as("seed %d", seed)
                        .isEqualTo(covered);
                if (covered) {
                    model[from] = model[from].subtract(amount.toBigInteger());
                    model[to] = model[to].add(amount.toBigInteger());
                }
            }
            assertThat(balances(ledger, 0)).as("seed %d", seed).isEqualTo(model);
        }
    }

    @Test
    void revertingRestoresEveryBalance() {
        for (int seed = 0; seed < 200; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            Ledger ledger = funded(random);
            BigInteger[] before = balances(ledger, 1);
            int mark = ledger.mark();
            for (int i = 0; i < 50; i++) {
                ledger.transfer(random.nextInt(ACCOUNTS), random.nextInt(ACCOUNTS), 1, amount(random));
            }
            ledger.revertTo(mark);
            assertThat(balances(ledger, 1)).as("seed %d", seed).isEqualTo(before);
        }
    }

    private static BigInteger[] balances(Ledger ledger, int asset) {
        BigInteger[] balances = new BigInteger[ACCOUNTS];
        for (int account = 0; account < ACCOUNTS; account++) {
            balances[account] = ledger.bits(account, asset).toBigInteger();
        }
        return balances;
    }
}
