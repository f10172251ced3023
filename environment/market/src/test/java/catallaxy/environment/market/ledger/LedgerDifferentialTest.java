package catallaxy.environment.market.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** The ledger against {@link DenseLedger} over random lives, with copies that part, marks and saved states. */
final class LedgerDifferentialTest {
    private static final int SEEDS = 60;
    private static final int STEPS = 400;
    private static final int LARGEST_FAMILY = 6;

    /** A ledger and its referee, which live through the same. */
    private record Pair(Ledger ledger, DenseLedger dense) {
        Pair copy() {
            return new Pair(ledger.copy(), dense.copy());
        }

        Pair reloaded() {
            byte[] saved = bytes(ledger);
            StateReader in = new StateReader(saved);
            Ledger loaded = Ledger.load(in);
            in.end();
            assertThat(bytes(loaded)).isEqualTo(saved);
            return new Pair(loaded, dense.copy());
        }

        void openAccount(boolean issuer) {
            String name = "account " + ledger.accounts();
            int account = issuer ? ledger.openIssuer(name) : ledger.openAccount(name);
            assertThat(account).isEqualTo(dense.accounts());
            dense.open(issuer);
        }

        void addAsset() {
            assertThat(ledger.addAsset(new AssetSpec("A" + ledger.assets(), 0))).isEqualTo(dense.assets());
            dense.addAsset();
        }

        void transfer(SplittableRandom random) {
            int from = random.nextInt(dense.accounts());
            int to = random.nextInt(dense.accounts());
            int asset = random.nextInt(dense.assets());
            BigInteger amount = amount(random, dense.balance(from, asset));
            long before = ledger.operations();
            if (dense.overflows(from, to, asset, amount)) {
                assertThatThrownBy(() -> ledger.transfer(from, to, asset, UInt256.of(amount)))
                        .isInstanceOf(ArithmeticException.class);
            } else {
                boolean moved = dense.transfer(from, to, asset, amount);
                assertThat(ledger.transfer(from, to, asset, UInt256.of(amount))).isEqualTo(moved);
                assertThat(ledger.operations() - before).isEqualTo(moved ? 1 : 0);
            }
        }

        /** Moves under a mark, in it under another; each is taken back or kept. */
        void marked(SplittableRandom random, int depth) {
            int mark = ledger.mark();
            dense.mark();
            for (int i = random.nextInt(8); i >= 0; i--) {
                transfer(random);
                if (depth < 3 && random.nextInt(4) == 0) {
                    marked(random, depth + 1);
                }
            }
            if (random.nextBoolean()) {
                ledger.revertTo(mark);
                dense.revert();
            } else {
                ledger.commit(mark);
                dense.commit();
            }
        }

        void requireEqual() {
            for (int account = 0; account < dense.accounts(); account++) {
                for (int asset = 0; asset < dense.assets(); asset++) {
                    BigInteger balance = dense.balance(account, asset);
                    assertThat(ledger.bits(account, asset)).isEqualTo(DenseLedger.bits(balance));
                    assertThat(ledger.balanceAsDouble(account, asset)).isEqualTo(rounded(balance));
                    boolean owned = dense.isIssuer(account) || balance.signum() > 0;
                    assertThat(ledger.covers(account, asset, UInt256.ONE)).isEqualTo(owned);
                }
            }
            for (int asset = 0; asset < dense.assets(); asset++) {
                double sum = 0;
                for (int account = 1; account < dense.accounts(); account++) {
                    sum += rounded(dense.balance(account, asset));
                }
                assertThat(ledger.sumAsDouble(1, dense.accounts() - 1, asset)).isEqualTo(sum);
            }
            assertThat(ledger.balances().held()).isSorted().hasSize(dense.held());
            assertThat(ledger.check().violations()).isEmpty();
        }
    }

    private static double rounded(BigInteger balance) {
        return balance.signum() * UInt256.of(balance.abs()).doubleValue();
    }

    private static byte[] bytes(Ledger ledger) {
        StateWriter out = new StateWriter();
        ledger.save(out);
        return out.toBytes();
    }

    /** Often all that is there, so that balances fall to zero; else log-uniform, at times near the limit. */
    private static BigInteger amount(SplittableRandom random, BigInteger balance) {
        if (random.nextInt(3) == 0 && balance.signum() > 0) {
            return balance;
        }
        int bits = random.nextInt(40) == 0 ? random.nextInt(250, 256) : random.nextInt(130);
        BigInteger amount = BigInteger.TWO.pow(bits).subtract(BigInteger.ONE);
        return random.nextBoolean() ? amount : amount.shiftRight(1).add(BigInteger.valueOf(random.nextInt(4)));
    }

    private static Pair opened(SplittableRandom random) {
        int[] most = {4, Balances.FEW + 2, 70};
        int assets = 1 + random.nextInt(most[random.nextInt(most.length)]);
        List<AssetSpec> specs = new ArrayList<>();
        for (int asset = 0; asset < assets; asset++) {
            specs.add(new AssetSpec("A" + asset, 0));
        }
        Pair pair = new Pair(new Ledger(specs), new DenseLedger(assets));
        pair.openAccount(true);
        pair.openAccount(false);
        return pair;
    }

    private static void step(List<Pair> family, SplittableRandom random) {
        Pair pair = family.get(random.nextInt(family.size()));
        switch (random.nextInt(24)) {
            case 0, 1 -> pair.openAccount(random.nextInt(6) == 0);
            case 2 -> pair.addAsset();
            case 3, 4, 5 -> pair.marked(random, 0);
            case 6 -> replace(family, pair.copy(), random);
            case 7 -> replace(family, pair.reloaded(), random);
            default -> pair.transfer(random);
        }
    }

    private static void replace(List<Pair> family, Pair child, SplittableRandom random) {
        if (family.size() < LARGEST_FAMILY) {
            family.add(child);
        } else {
            family.set(random.nextInt(family.size()), child);
        }
    }

    @Test
    void livesAsTheDenseOneDoes() {
        for (int seed = 0; seed < SEEDS; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            List<Pair> family = new ArrayList<>(List.of(opened(random)));
            try {
                for (int step = 0; step < STEPS; step++) {
                    step(family, random);
                    if (step % 50 == 49) {
                        family.forEach(Pair::requireEqual);
                    }
                }
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError("seed " + seed, e);
            }
        }
    }

    /** However it came to its balances, a ledger saves the same bytes but for the count of its operations. */
    @Test
    void savedBytesAreOfBalancesNotOfHistory() {
        for (int seed = 0; seed < SEEDS; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            Pair pair = opened(random);
            Ledger plain = pair.ledger().copy();
            Ledger restless = pair.ledger();
            for (int i = 0; i < 30; i++) {
                int asset = random.nextInt(plain.assets());
                UInt256 amount = UInt256.of(1 + random.nextInt(9));
                plain.issue(0, 1, asset, amount);
                int mark = restless.mark();
                restless.issue(0, 1, random.nextInt(plain.assets()), amount);
                restless.revertTo(mark);
                restless.issue(0, 1, asset, amount.plusExact(UInt256.ONE));
                restless.redeem(1, 0, asset, UInt256.ONE);
            }
            int length = bytes(plain).length - Long.BYTES;
            assertThat(bytes(restless))
                    .as("seed %d", seed)
                    .hasSize(length + Long.BYTES)
                    .startsWith(Arrays.copyOf(bytes(plain), length));
        }
    }
}
