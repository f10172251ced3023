package catallaxy.environment.market.engine;

import static catallaxy.environment.market.engine.TestMarket.MAINNET;
import static catallaxy.environment.market.engine.TestMarket.USDC;
import static org.assertj.core.api.Assertions.assertThat;

import catallaxy.environment.api.command.Call;
import catallaxy.environment.api.command.MarketCommand;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.market.chain.ChainSpec;
import catallaxy.environment.market.chain.Congestion;
import catallaxy.environment.market.trace.MarketEvent;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** On a congested chain a transaction that tips too little waits for one that tips enough. */
final class OutbidTest {
    private static final long SECOND = 1_000_000_000L;
    private static final long GWEI = 1_000_000_000L;

    private static EngineSpec crowded() {
        return crowded(1_000);
    }

    private static EngineSpec crowded(int mempoolLimit) {
        EngineSpec known = TestMarket.spec(0, 0);
        ChainSpec quiet = known.chains().getFirst();
        ChainSpec.GasMarket gas = quiet.gas();
        ChainSpec crowded = quiet.with(new ChainSpec.GasMarket(
                        gas.gasLimit(),
                        2,
                        8,
                        gas.initialBaseFeeWei(),
                        gas.gasAsset(),
                        gas.demand(),
                        new Congestion(5, 0, 200 * GWEI, 0.05, 1_000, 0, 0, 0.5)))
                .with(quiet.mempool().evicting(mempoolLimit));
        return new EngineSpec(
                known.assets(),
                known.quoteAsset(),
                List.of(crowded, known.chains().getLast()),
                known.exchanges(),
                known.venues(),
                known.bridges(),
                known.world());
    }

    private static void pay(MarketEngine market, int participant, long tip) {
        market.submit(
                participant,
                new MarketCommand.SubmitTransaction(
                        MAINNET,
                        new Call.Transfer(participant, USDC, UInt256.ONE),
                        MarketCommand.NEXT_NONCE,
                        100_000,
                        1_000 * GWEI,
                        tip,
                        MarketCommand.NO_DEADLINE));
    }

    @Test
    void whoTipsLessWaits() {
        MarketEngine market = MarketEngine.of(crowded(), 1);
        int stingy = market.openParticipant("stingy", TestMarket.plenty());
        int generous = market.openParticipant("generous", TestMarket.plenty());
        pay(market, stingy, 1 * GWEI);
        pay(market, generous, 300 * GWEI);
        while (market.hasEventUntil(12 * SECOND)) {
            market.advance();
        }
        assertThat(market.dealings(generous).pending(MAINNET)).isZero();
        assertThat(market.dealings(stingy).pending(MAINNET)).isEqualTo(1);
        while (market.hasEventUntil(600 * SECOND)) {
            market.advance();
        }
        assertThat(market.dealings(stingy).pending(MAINNET))
                .as("once the base fee has outrun what gas is worth to most")
                .isZero();
    }

    /** Three places: whoever tips more than the least gets that one's, and nobody's own transactions go for another of its own. */
    @Test
    void aFullMempoolLetsTheCheapestGo() {
        MarketEngine market = MarketEngine.of(crowded(3), 1);
        int[] senders = new int[5];
        for (int i = 0; i < senders.length; i++) {
            senders[i] = market.openParticipant("p" + i, TestMarket.plenty());
        }
        List<String> dropped = new ArrayList<>();
        market.observe(event -> {
            if (event instanceof MarketEvent.TransactionDropped each) {
                dropped.add(each.participant() + " " + each.reason());
            }
        });
        long[] tips = {5, 2, 4, 3, 1};
        for (int i = 0; i < tips.length; i++) {
            pay(market, senders[i], tips[i] * GWEI);
            while (market.hasEventUntil((i + 1) * 2L * SECOND)) {
                market.advance();
            }
        }
        assertThat(dropped).containsExactly(senders[1] + " EVICTED", senders[4] + " MEMPOOL_FULL");
        assertThat(market.dealings(senders[3]).pending(MAINNET)).isEqualTo(1);
    }
}
