package catallaxy.environment.market.venue.balancer;

import static catallaxy.environment.market.venue.balancer.BalancerBench.STABLE;
import static catallaxy.environment.market.venue.balancer.BalancerBench.WEIGHTED;
import static org.assertj.core.api.Assertions.assertThat;

import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.base.random.RandomStream;
import catallaxy.environment.market.contract.Result;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What holds whatever is done with a vault's pools. */
final class BalancerPropertiesTest {
    private static final int SEEDS = 40;
    private static final int OPERATIONS = 50;

    private static final class Run {
        final RandomStream random;
        final BalancerBench bench;
        int carriedOut;

        Run(int seed) {
            random = RandomStream.of(seed, "test/balancer");
            PowerVersion power = random.nextBoolean(0.5) ? PowerVersion.EXACT : PowerVersion.LOGARITHMIC;
            long fee = random.nextBoolean(0.3)
                    ? BalancerTerms.LEAST_FEE
                    : BalancerTerms.LEAST_FEE + random.nextLong(30_000_000_000_000_000L);
            bench = BalancerBench.full(power, fee);
        }

        /** Up to a tenth, often much less. */
        UInt256 part(UInt256 whole) {
            return whole.mulDivFloor(
                    UInt256.of(1 + random.nextLong(1L << (1 + random.nextInt(20)))), UInt256.of(10_000_000));
        }

        int pool() {
            return random.nextInt(2) == 0 ? WEIGHTED : STABLE;
        }

        int assets(int pool) {
            return bench.vault.pool(pool).assets().size();
        }

        UInt256[] parts(int pool) {
            UInt256[] parts = new UInt256[assets(pool)];
            Arrays.setAll(
                    parts,
                    i -> random.nextBoolean(0.4)
                            ? UInt256.ZERO
                            : part(bench.vault.pool(pool).balance(i)));
            return parts;
        }

        void step() {
            int pool = pool();
            Result result = switch (random.nextInt(6)) {
                case 0 -> bench.joinExact(pool, parts(pool));
                case 1 -> exit(pool, new BalancerExit.ExactOut(List.of(parts(pool)), bench.shares(pool)));
                case 2 ->
                    exit(
                            pool,
                            new BalancerExit.Single(
                                    part(bench.shares(pool)), random.nextInt(assets(pool)), UInt256.ZERO));
                case 3 -> exit(pool, new BalancerExit.Proportional(part(bench.shares(pool)), none(pool)));
                default -> swap(pool);
            };
            carriedOut += result.ok() ? 1 : 0;
        }

        private Result exit(int pool, BalancerExit exit) {
            return bench.vault.exit(bench.ledger, pool, exit, bench.user);
        }

        List<UInt256> none(int pool) {
            UInt256[] none = new UInt256[assets(pool)];
            Arrays.fill(none, UInt256.ZERO);
            return List.of(none);
        }

        private Result swap(int pool) {
            int in = random.nextInt(assets(pool));
            int out = (in + 1 + random.nextInt(assets(pool) - 1)) % assets(pool);
            return bench.swapIn(pool, in, out, part(bench.vault.pool(pool).balance(in)));
        }

        void solvent() {
            for (int asset = 0; asset < 3; asset++) {
                UInt256 owed = bench.vault.pool(WEIGHTED).balance(asset);
                owed = asset < 2 ? owed.plusExact(bench.vault.pool(STABLE).balance(asset)) : owed;
                assertThat(bench.held(asset)).isEqualTo(owed);
            }
        }
    }

    private interface Check {
        void of(Run run);
    }

    private static void overSeeds(Check check) {
        for (int seed = 0; seed < SEEDS; seed++) {
            Run run = new Run(seed);
            for (int operation = 0; operation < OPERATIONS; operation++) {
                try {
                    check.of(run);
                } catch (AssertionError | RuntimeException e) {
                    throw new AssertionError("seed " + seed + ", operation " + operation, e);
                }
            }
            assertThat(run.bench.ledger.check().violations())
                    .as("seed %d", seed)
                    .isEmpty();
        }
    }

    @Test
    void theVaultHoldsExactlyWhatItsPoolsOwn() {
        overSeeds(run -> {
            run.step();
            run.solvent();
        });
        Run run = new Run(1);
        for (int i = 0; i < OPERATIONS; i++) {
            run.step();
        }
        assertThat(run.carriedOut).isGreaterThan(OPERATIONS / 2);
    }

    @Test
    void noSwapThereAndBackPays() {
        overSeeds(run -> {
            int pool = run.pool();
            int in = run.random.nextInt(run.assets(pool));
            int out = (in + 1) % run.assets(pool);
            UInt256 amount = run.part(run.bench.vault.pool(pool).balance(in));
            Result there = run.bench.swapIn(pool, in, out, amount);
            if (there.ok() && !there.amounts().getLast().isZero()) {
                BalancerSwap back =
                        new BalancerSwap(pool, out, in, there.amounts().getLast());
                Result again = run.bench.vault.swap(
                        run.bench.ledger, true, back, UInt256.ZERO, run.bench.user, run.bench.user);
                assertThat(amount.isAtLeast(again.ok() ? again.amounts().getLast() : UInt256.ZERO))
                        .isTrue();
            }
        });
    }

    @Test
    void noJoinInOneAssetTakenOutAgainPays() {
        overSeeds(run -> {
            int pool = run.pool();
            int asset = run.random.nextInt(run.assets(pool));
            UInt256[] amounts = run.none(pool).toArray(UInt256[]::new);
            amounts[asset] = run.part(run.bench.vault.pool(pool).balance(asset));
            Result in = run.bench.joinExact(pool, amounts);
            if (in.ok()) {
                BalancerExit exit = new BalancerExit.Single(in.amount(), asset, UInt256.ZERO);
                Result out = run.exit(pool, exit);
                UInt256 given = out.ok() ? out.amounts().get(1 + asset) : UInt256.ZERO;
                assertThat(amounts[asset].isAtLeast(given)).isTrue();
            }
        });
    }
}
