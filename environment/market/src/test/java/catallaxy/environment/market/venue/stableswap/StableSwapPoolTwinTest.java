package catallaxy.environment.market.venue.stableswap;

import static org.assertj.core.api.Assertions.assertThat;

import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.base.random.RandomStream;
import catallaxy.environment.market.contract.Result;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Random operations on pools of two to eight assets and on their naive twins, and what holds whatever is done. */
final class StableSwapPoolTwinTest {
    private static final int SEEDS = 60;
    private static final int OPERATIONS = 60;

    private static final class Twins {
        final RandomStream random;
        final StableSwapBench bench;
        final NaiveStablePool naive;
        int reverted;

        Twins(int seed) {
            random = RandomStream.of(seed, "test/stable-swap");
            StableSwapTerms terms = terms();
            bench = new StableSwapBench(terms);
            naive = new NaiveStablePool(terms);
            UInt256[] first = StableSwapBench.whole(terms, 1_000_000);
            bench.add(first);
            naive.add(big(first));
        }

        private StableSwapTerms terms() {
            int assets = 2 + random.nextInt(StableSwapTerms.MOST_ASSETS - 1);
            List<Integer> decimals = IntStream.range(0, assets)
                    .mapToObj(_ -> 6 + random.nextInt(13))
                    .toList();
            long fee = random.nextBoolean(0.2) ? 0 : random.nextLong(100_000_000);
            return new StableSwapTerms(
                    decimals, 1 + random.nextLong(5000), fee, random.nextLong(StableSwapTerms.FEE_UNITS));
        }

        static BigInteger[] big(UInt256[] numbers) {
            return Arrays.stream(numbers).map(UInt256::toBigInteger).toArray(BigInteger[]::new);
        }

        /** Up to a tenth of the balance, often much less. */
        UInt256 part(UInt256 whole) {
            return whole.mulDivFloor(
                    UInt256.of(random.nextLong(1L << (1 + random.nextInt(20)))), UInt256.of(10_000_000));
        }

        UInt256[] parts() {
            UInt256[] parts = new UInt256[bench.assets()];
            Arrays.setAll(parts, i -> random.nextBoolean(0.4) ? UInt256.ZERO : part(bench.pool.balance(i)));
            return parts;
        }

        void step() {
            switch (random.nextInt(8)) {
                case 0 -> {
                    UInt256[] amounts = parts();
                    same(bench.add(amounts), () -> naive.add(big(amounts)));
                }
                case 1 -> {
                    UInt256[] amounts = parts();
                    same(
                            bench.pool.removeImbalance(bench.ledger, 0, List.of(amounts), bench.shares(), bench.user),
                            () -> naive.removeImbalance(big(amounts)));
                }
                case 2 -> {
                    UInt256 shares = part(bench.shares());
                    int asset = random.nextInt(bench.assets());
                    same(
                            bench.pool.removeOne(bench.ledger, 0, shares, asset, UInt256.ZERO, bench.user),
                            () -> naive.removeOne(asset, shares.toBigInteger()));
                }
                case 3 -> remove();
                default -> swap();
            }
        }

        private void remove() {
            UInt256 shares = part(bench.shares());
            bench.pool.remove(bench.ledger, shares, List.of(none(bench)), bench.user);
            naive.remove(shares.toBigInteger());
        }

        private void swap() {
            int in = random.nextInt(bench.assets());
            int out = (in + 1 + random.nextInt(bench.assets() - 1)) % bench.assets();
            UInt256 amount = part(bench.pool.balance(in));
            same(bench.swap(in, out, amount), () -> naive.swap(in, out, amount.toBigInteger()));
        }

        private void same(Result result, Supplier<BigInteger> expected) {
            if (result.ok()) {
                assertThat(result.amount().toBigInteger()).isEqualTo(expected.get());
            } else {
                reverted++;
            }
        }

        void compare() {
            for (int i = 0; i < bench.assets(); i++) {
                assertThat(bench.pool.balance(i).toBigInteger()).isEqualTo(naive.balances[i]);
                assertThat(bench.pool.adminBalance(bench.ledger, i).toBigInteger())
                        .isEqualTo(naive.owner[i]);
            }
            assertThat(bench.pool.totalShares(bench.ledger).toBigInteger()).isEqualTo(naive.supply);
            assertThat(bench.invariant().toBigInteger()).isEqualTo(naive.d());
        }
    }

    private interface Check {
        void of(Twins twins);
    }

    private static void overSeeds(Check check) {
        for (int seed = 0; seed < SEEDS; seed++) {
            Twins twins = new Twins(seed);
            for (int operation = 0; operation < OPERATIONS; operation++) {
                try {
                    check.of(twins);
                } catch (AssertionError | RuntimeException e) {
                    throw new AssertionError("seed " + seed + ", operation " + operation, e);
                }
            }
            assertThat(twins.bench.ledger.check().violations())
                    .as("seed %d", seed)
                    .isEmpty();
            assertThat(twins.reverted).as("seed %d", seed).isLessThan(OPERATIONS / 3);
        }
    }

    @Test
    void agreesWithItsTwinAfterEveryOperation() {
        overSeeds(twins -> {
            twins.step();
            twins.compare();
        });
    }

    /** D may fall by a swap's rounding only where fees are nothing; a unit of an asset of few decimals is many of D's. */
    @Test
    void noSwapLowersTheInvariantAndNoRoundTripPays() {
        overSeeds(twins -> {
            StableSwapBench bench = twins.bench;
            int in = twins.random.nextInt(bench.assets());
            int out = (in + 1 + twins.random.nextInt(bench.assets() - 1)) % bench.assets();
            UInt256 before = bench.invariant();
            UInt256 amount = twins.part(bench.pool.balance(in));
            Result there = bench.swap(in, out, amount);
            assertThat(bench.invariant()
                            .plusExact(UInt256.of(2L * bench.assets()))
                            .isAtLeast(before))
                    .isTrue();
            if (there.ok() && !there.amount().isZero()) {
                Result back =
                        bench.pool.swap(bench.ledger, 0, out, in, there.amount(), UInt256.ZERO, bench.user, bench.user);
                assertThat(back.amount().isLessThan(amount) || back.amount().equals(amount))
                        .isTrue();
                assertThat(bench.invariant()
                                .plusExact(UInt256.of(4L * bench.assets()))
                                .isAtLeast(before))
                        .isTrue();
            }
        });
    }

    /** In one asset, and in all: the others' shares are worth no less for it, up to a unit of the price. */
    @Test
    void aDepositTakenOutAgainNeverPays() {
        overSeeds(twins -> {
            StableSwapBench bench = twins.bench;
            bench.swap(0, 1, twins.part(bench.pool.balance(0)));
            UInt256 price = bench.pool.virtualPrice(bench.ledger, 0).amount();
            int asset = twins.random.nextInt(bench.assets());
            UInt256[] amounts = none(bench);
            amounts[asset] = twins.part(bench.pool.balance(asset));
            Result minted = bench.add(amounts);
            if (minted.ok()) {
                Result out = bench.pool.removeOne(bench.ledger, 0, minted.amount(), asset, UInt256.ZERO, bench.user);
                assertThat(amounts[asset].isAtLeast(out.amount())).isTrue();
            }
            Result again = bench.add(twins.parts());
            if (again.ok()) {
                bench.pool.remove(bench.ledger, again.amount(), List.of(none(bench)), bench.user);
            }
            UInt256 after = bench.pool.virtualPrice(bench.ledger, 0).amount();
            assertThat(after.plusExact(UInt256.ONE).isAtLeast(price)).isTrue();
        });
    }

    private static UInt256[] none(StableSwapBench bench) {
        UInt256[] none = new UInt256[bench.assets()];
        Arrays.fill(none, UInt256.ZERO);
        return none;
    }
}
