package catallaxy.environment.market.venue.uniswapv2;

import static org.assertj.core.api.Assertions.assertThat;

import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.market.engine.MarketEngine;
import catallaxy.environment.market.trace.MarketEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** That the workload is what it says: full blocks of paid swaps on every chain. */
final class TransactionBenchmarkTest {
    private static final int ROUND = TransactionBenchmark.CHAINS * TransactionBenchmark.BLOCK;

    @Test
    void isRepeatableAndDependsOnTheSeedAndOnHowManyThereAre() {
        long checksum = new TransactionBenchmark(1).run(3 * ROUND);
        assertThat(new TransactionBenchmark(1).run(3 * ROUND)).isEqualTo(checksum);
        assertThat(new TransactionBenchmark(2).run(3 * ROUND)).isNotEqualTo(checksum);
        assertThat(new TransactionBenchmark(1).run(3 * ROUND - 1)).isNotEqualTo(checksum);
    }

    @Test
    void everyBlockIsFullAndTheBaseFeeStays() {
        List<MarketEvent.BlockProduced> blocks = new ArrayList<>();
        int[] swaps = new int[1];
        Set<Integer> senders = new TreeSet<>();
        TransactionBenchmark workload = new TransactionBenchmark(3, event -> {
            if (event instanceof MarketEvent.BlockProduced block) {
                blocks.add(block);
            } else if (event instanceof MarketEvent.PoolSwapped swap) {
                swaps[0]++;
                senders.add(swap.participant());
            }
        });
        long fee = workload.market().chain(0).baseFeeWei();
        workload.run(2 * ROUND);
        assertThat(blocks).hasSize(2 * TransactionBenchmark.CHAINS).allSatisfy(block -> {
            assertThat(block.transactions()).isEqualTo(TransactionBenchmark.BLOCK);
            assertThat(block.reverted()).isZero();
            assertThat(block.gasUsed()).isEqualTo(30_000_000);
            assertThat(block.baseFeeWei()).isEqualTo(fee);
        });
        assertThat(swaps[0]).isEqualTo(2 * ROUND);
        assertThat(senders).hasSize(TransactionBenchmark.BLOCK);
    }

    /** Of each 120,000 units of gas the base fee is burned; nothing is lost on the way. */
    @Test
    void gasIsPaidAndEveryAssetConserved() {
        TransactionBenchmark workload = new TransactionBenchmark(4);
        MarketEngine market = workload.market();
        UInt256 burnedBefore = burned(market);
        workload.run(ROUND);
        UInt256 expected = UInt256.of(ROUND * 120_000L).timesExact(UInt256.of(1_000_000_000L));
        assertThat(burned(market).minusExact(burnedBefore)).isEqualTo(expected);
        assertThat(market.checkConservation().violations()).isEmpty();
    }

    private static UInt256 burned(MarketEngine market) {
        UInt256 burned = UInt256.ZERO;
        for (int chain = 0; chain < TransactionBenchmark.CHAINS; chain++) {
            int account = market.ledger().account("chain-" + chain + "/burned");
            burned = burned.plusExact(market.ledger().balance(account, 0));
        }
        return burned;
    }
}
