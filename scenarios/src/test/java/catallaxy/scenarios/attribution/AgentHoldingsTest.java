package catallaxy.scenarios.attribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.market.Market;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

/** Agents' holdings against the ledger of random markets. */
final class AgentHoldingsTest {
    private static final int SEEDS = 10;

    private static Market market(long seed) {
        return Market.of(RandomMarket.spec(seed), seed);
    }

    @Test
    void everyAgentIsItsParticipantAndNobodyElse() {
        for (long seed = 0; seed < SEEDS; seed++) {
            Market market = market(seed);
            AgentHoldings holdings = new AgentHoldings(market);
            assertThat(holdings.agents()).isEqualTo(market.agentIds().size());
            int found = 0;
            for (int who = 0; who < market.engine().accounts().participants(); who++) {
                int agent = holdings.agent(who);
                if (agent >= 0) {
                    assertThat(market.seat(agent).participant())
                            .as("seed %d", seed)
                            .isEqualTo(who);
                    found++;
                }
            }
            assertThat(found).as("seed %d", seed).isEqualTo(holdings.agents());
        }
    }

    @Test
    void holdingsAreThoseOfTheLedgerExactly() {
        for (long seed = 0; seed < SEEDS; seed++) {
            Market market = market(seed);
            AgentHoldings holdings = new AgentHoldings(market);
            for (int agent = 0; agent < holdings.agents(); agent++) {
                BigDecimal[] owned = holdings.of(agent);
                int participant = holdings.participants()[agent];
                for (int asset = 0; asset < owned.length; asset++) {
                    assertThat(owned[asset]).isEqualTo(holdings.of(agent, asset));
                    assertThat(owned[asset].unscaledValue())
                            .isEqualTo(market.engine()
                                    .totalUnits(participant, asset)
                                    .toBigInteger());
                    assertThat(owned[asset].doubleValue())
                            .isCloseTo(market.engine().totalHolding(participant, asset), within(1e-9));
                }
            }
        }
    }

    @Test
    void baseUnitsAreCountedInTheDecimalsOfTheirAsset() {
        AgentHoldings holdings = new AgentHoldings(market(1));
        assertThat(holdings.whole(RandomMarket.USDC, UInt256.of(1_500_000))).isEqualByComparingTo("1.5");
        assertThat(holdings.whole(RandomMarket.ETH, UInt256.ONE)).isEqualByComparingTo("1e-18");
    }

    @Test
    void theParticipantsCannotBeChangedFromOutside() {
        AgentHoldings holdings = new AgentHoldings(market(1));
        int first = holdings.participants()[0];
        holdings.participants()[0] = -5;
        assertThat(holdings.participants()[0]).isEqualTo(first);
    }
}
