package catallaxy.scenarios.run;

import static org.assertj.core.api.Assertions.assertThat;

import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.market.Market;
import catallaxy.environment.market.trace.MarketEvent;
import catallaxy.environment.market.trace.TransportEvent;
import catallaxy.scenarios.folder.ChainTotals;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Blocks of the two chains of the shipped scenario, counted by hand. */
final class ChainTallyTest {
    private static final Market MARKET = Market.of(ShortRun.twoChains("1 m").market(), 1);
    private static final int MAINNET = 0;
    private static final int ROLLUP = 1;
    private static final long GWEI = 1_000_000_000L;

    private final ChainTally tally = new ChainTally(new RunNames(MARKET));

    private void block(int chain, long baseFeeWei, long gasUsed, int transactions, int reverted) {
        tally.produced(new MarketEvent.BlockProduced(1, chain, 1, baseFeeWei, gasUsed, transactions, reverted));
    }

    private void recall(int chain, int asset, UInt256 amount, int confirmations) {
        tally.recalled(new TransportEvent.FundsRecalled(1, "bridge", 0, asset, chain, amount, confirmations));
    }

    private static int asset(String symbol) {
        return MARKET.spec().engine().assets().stream()
                .map(each -> each.symbol())
                .toList()
                .indexOf(symbol);
    }

    @Test
    void everyChainIsListedBeforeItsFirstBlock() {
        assertThat(tally.totals())
                .containsExactly(
                        new ChainTotals("mainnet", 0, 0, 0, 0, 0, 0, 0, 0, 0),
                        new ChainTotals("rollup", 0, 0, 0, 0, 0, 0, 0, 0, 0));
    }

    @Test
    void blocksAreCountedByTheirChain() {
        block(MAINNET, 20 * GWEI, 15_000_000, 3, 1);
        block(MAINNET, 40 * GWEI, 10_000_000, 2, 2);
        block(ROLLUP, GWEI, 7, 1, 0);
        List<ChainTotals> totals = tally.totals();
        assertThat(totals.get(MAINNET)).isEqualTo(new ChainTotals("mainnet", 2, 5, 3, 25e6, 0.3 + 0.4, 0, 0, 0, 0));
        assertThat(totals.get(ROLLUP)).isEqualTo(new ChainTotals("rollup", 1, 1, 0, 7, 7 * 1e-9, 0, 0, 0, 0));
    }

    /** Funds are worth what the world pays for them; the deepest and the most confirmed stay. */
    @Test
    void whatWasReplacedIsCountedByTheChainThatItHappenedTo() {
        tally.reorganised(new MarketEvent.ChainReorganised(1, ROLLUP, 3, 40));
        tally.reorganised(new MarketEvent.ChainReorganised(2, ROLLUP, 2, 50));
        recall(ROLLUP, asset("USDC"), UInt256.of(1_250_000_000), 2);
        recall(ROLLUP, asset("USDC"), UInt256.of(500_000), 1);
        ChainTotals rollup = tally.totals().get(ROLLUP);
        assertThat(rollup).isEqualTo(new ChainTotals("rollup", 0, 0, 0, 0, 0, 2, 3, 1_250.5, 2));
        assertThat(tally.totals().get(MAINNET).reorganisations()).isZero();
    }

    @Test
    void recalledFundsAreWorthTheWorldsPrice() {
        recall(MAINNET, asset("ETH"), UInt256.of(2_000_000_000_000_000_000L), 1);
        double price = MARKET.engine().worldPrice(asset("ETH"));
        assertThat(price).isGreaterThan(100);
        assertThat(tally.totals().get(MAINNET).recalledWorth()).isEqualTo(RunDecimals.rounded(2 * price));
    }
}
