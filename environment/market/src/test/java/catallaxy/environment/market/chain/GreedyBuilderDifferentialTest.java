package catallaxy.environment.market.chain;

import static catallaxy.environment.market.chain.TestChain.GWEI;
import static org.assertj.core.api.Assertions.assertThat;

import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.market.trace.MarketEvent;
import java.util.LinkedHashSet;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The greedy builder and the pool's index of what is executable, against a scan of all that waits for every choice. */
class GreedyBuilderDifferentialTest {
    private static final int SENDERS = 12;
    private static final UInt256 WEALTH = UInt256.of(60_000_000L).timesExact(UInt256.of(GWEI));

    /** Looks at every waiting transaction of the chain for each of a block. */
    private record Scan(ChainSpec.Ordering ordering, Supplier<TestChain> world) implements BlockBuilder {
        @Override
        public void build(PendingPool pool, OpenBlock block) {
            Set<Integer> blocked = new LinkedHashSet<>();
            for (Transaction best = best((Mempool) pool, block, blocked);
                    best != null;
                    best = best((Mempool) pool, block, blocked)) {
                if (best.gasLimit() > block.gasLeft()) {
                    blocked.add(best.participant());
                } else {
                    block.include(best);
                }
            }
        }

        private @Nullable Transaction best(Mempool pool, OpenBlock block, Set<Integer> blocked) {
            Transaction best = null;
            for (Transaction each : pool.waiting()) {
                boolean due = each.nonce() == world.get().chain.nonce(each.participant())
                        && !blocked.contains(each.participant())
                        && each.maxFeePerGasWei() >= block.baseFeeWei();
                if (due && (best == null || isBetter(each, best, block.baseFeeWei()))) {
                    best = each;
                }
            }
            return best;
        }

        /** Those that came later are only better if they tip more. */
        private boolean isBetter(Transaction late, Transaction early, long baseFeeWei) {
            long lateTip = Math.min(late.maxPriorityFeePerGasWei(), late.maxFeePerGasWei() - baseFeeWei);
            long earlyTip = Math.min(early.maxPriorityFeePerGasWei(), early.maxFeePerGasWei() - baseFeeWei);
            return ordering == ChainSpec.Ordering.PRIORITY_FEE && lateTip > earlyTip;
        }
    }

    /** A world and its referee, and what befell them. */
    private static final class Pair {
        private final Random random;
        private TestChain fast;
        private final TestChain naive;

        Pair(long seed, ChainSpec.Ordering ordering) {
            random = new Random(seed);
            ChainSpec spec = TestChain.spec(ordering, 400_000, 60, 0.2);
            fast = new TestChain(spec, SENDERS, WEALTH);
            TestChain[] referee = new TestChain[1];
            naive = new TestChain(spec, SENDERS, WEALTH, new Scan(ordering, () -> referee[0]));
            referee[0] = naive;
        }

        void arrivals(int count, long now) {
            for (int i = 0; i < count; i++) {
                int sender = random.nextInt(random.nextInt(SENDERS) + 1);
                long nonce =
                        random.nextInt(3) > 0 ? -1 : Math.max(0, naive.chain.nonce(sender) + random.nextInt(5) - 1);
                long gas = random.nextInt(5) == 0 ? random.nextLong(20_000, 410_000) : random.nextLong(40_000, 90_000);
                long cap = random.nextLong(5, 60) * GWEI;
                long tip = random.nextInt(4) * GWEI / 2;
                long deadline = random.nextInt(4) == 0 ? now + random.nextInt(5) : TestChain.NEVER;
                long wei = random.nextInt(8) == 0 ? WEALTH.longValueExact() / 2 : random.nextInt(3);
                fast.send(sender, nonce, gas, cap, tip, deadline, wei);
                naive.send(sender, nonce, gas, cap, tip, deadline, wei);
            }
        }

        void block(long now) {
            fast.block(now);
            naive.block(now);
        }
    }

    @ParameterizedTest
    @EnumSource
    void buildsTheBlocksThatAScanOfEverythingBuilds(ChainSpec.Ordering ordering) {
        int executed = 0;
        Set<String> reasons = new LinkedHashSet<>();
        for (long seed = 1; seed <= 60; seed++) {
            Pair pair = new Pair(seed, ordering);
            for (int block = 0; block < 40; block++) {
                pair.arrivals(pair.random.nextInt(16), block);
                pair.block(block);
                assertThat(pair.fast.events)
                        .as("seed %d, block %d", seed, block)
                        .isEqualTo(pair.naive.events);
                assertThat(pair.fast.saved())
                        .as("seed %d, block %d", seed, block)
                        .isEqualTo(pair.naive.saved());
                executed += pair.fast.executed().size();
                reasons.addAll(pair.fast.dropReasons());
                pair.fast.only(MarketEvent.TransactionExecuted.class).forEach(each -> reasons.add(each.reason()));
                pair.naive.events.clear();
                pair.fast.events.clear();
                pair.fast = block % 10 == 3 ? pair.fast.restored() : block % 10 == 7 ? pair.fast.copy() : pair.fast;
            }
        }
        assertThat(executed).isGreaterThan(5_000);
        assertThat(reasons)
                .contains("", "FAILED", "OUT_OF_GAS", "UniswapV2Router: EXPIRED")
                .contains("INSUFFICIENT_FUNDS_FOR_GAS", "MEMPOOL_FULL", "REPLACEMENT_UNDERPRICED")
                .contains("DEADLINE_PASSED_IN_MEMPOOL", "GAS_LIMIT_OUT_OF_RANGE", "NONCE_TOO_LOW");
    }
}
