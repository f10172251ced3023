package catallaxy.agents.market;

import static org.assertj.core.api.Assertions.assertThat;

import catallaxy.agents.driver.AgentPlan;
import catallaxy.agents.driver.BatchDriver;
import catallaxy.agents.driver.DriverListener;
import catallaxy.agents.driver.FaultRule;
import catallaxy.agents.driver.SeatedAgent;
import catallaxy.agents.policy.MarketAgents;
import catallaxy.environment.api.AgentStep;
import catallaxy.environment.market.MarketEnvironment;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class MarketBatchTest {
    private static final long SECOND = TradedMarket.SECOND;
    private static final long[] SEEDS = {5, -1, 8};

    private static MarketBatch batch(MarketAgents agents) {
        return new MarketBatch(agents.market(), FaultRule.DEFAULT, world -> DriverListener.STRICT);
    }

    private static String alone(MarketAgents agents, long seed) {
        return new BatchDriver()
                .run(
                        new MarketEnvironment(agents.market()),
                        seed,
                        agents.plans(seed),
                        FaultRule.DEFAULT,
                        DriverListener.STRICT)
                .digest();
    }

    private static void decideAll(MarketBatch batch, List<List<SeatedAgent>> agents, List<AgentPlan> plans) {
        for (int world = 0; world < batch.size(); world++) {
            for (int i = 0; i < plans.size(); i++) {
                AgentStep step = batch.step(world, plans.get(i).agent());
                if (step != null && batch.asks(world, step)) {
                    batch.answer(world, step.agent(), agents.get(world).get(i).decide(step));
                }
            }
        }
    }

    @Test
    void everyWorldGoesAsItDoesUnderTheDriverThatHasOneOnly() {
        MarketAgents agents = TradedMarket.trading();
        MarketBatch batch = batch(agents);
        batch.begin(SEEDS);
        List<List<SeatedAgent>> seated = new ArrayList<>();
        for (long seed : SEEDS) {
            seated.add(agents.plans(seed).stream().map(SeatedAgent::new).toList());
        }
        while (!batch.finished()) {
            decideAll(batch, seated, agents.plans(0));
            batch.advance();
        }
        for (int world = 0; world < SEEDS.length; world++) {
            assertThat(batch.digest(world)).as("seed %d", SEEDS[world]).isEqualTo(alone(agents, SEEDS[world]));
        }
        assertThat(batch.digest(0)).isNotEqualTo(batch.digest(1));
    }

    @Test
    void whoIsNotAnsweredForHolds() {
        MarketBatch batch = batch(TradedMarket.trading());
        batch.begin(new long[] {5});
        while (!batch.finished()) {
            batch.advance();
        }
        assertThat(batch.digest(0)).isEqualTo(alone(TradedMarket.holding(), 5));
    }

    @Test
    void epochsAreThoseOfTheAgentsCadences() {
        MarketBatch batch = batch(TradedMarket.holding());
        batch.begin(SEEDS);
        List<String> due = new ArrayList<>();
        while (batch.timeNanos() < 30 * SECOND) {
            String names = "";
            for (String agent : List.of("fast", "slow", "late")) {
                AgentStep step = batch.step(2, agent);
                assertThat(step == null).isEqualTo(batch.step(0, agent) == null);
                names += step == null ? "" : " " + step.agent();
            }
            due.add(batch.timeNanos() / SECOND + names);
            batch.advance();
        }
        assertThat(due).containsExactly("0 fast slow", "5 late", "10 fast", "20 fast slow", "25 late");
    }

    @Test
    void beginningAnewLeavesNothingOfBefore() {
        MarketBatch batch = batch(TradedMarket.holding());
        assertThat(batch.size()).isZero();
        batch.begin(SEEDS);
        assertThat(batch.size()).isEqualTo(3);
        batch.advance();
        batch.begin(new long[] {5});
        assertThat(batch.size()).isEqualTo(1);
        assertThat(batch.timeNanos()).isZero();
        assertThat(Objects.requireNonNull(batch.step(0, "fast")).observation().epoch())
                .isZero();
        assertThat(batch.market(0).seat(0).participant())
                .isEqualTo(TradedMarket.holding().market().participant("fast"));
    }

    @Test
    void atTheEndEverybodyIsToldAndNobodyAsked() {
        MarketBatch batch = batch(TradedMarket.holding());
        batch.begin(SEEDS);
        while (!batch.finished()) {
            batch.advance();
        }
        for (String agent : List.of("fast", "slow", "late")) {
            AgentStep last = Objects.requireNonNull(batch.step(1, agent), agent);
            assertThat(last.truncated()).as(agent).isTrue();
            assertThat(batch.asks(1, last)).as(agent).isFalse();
        }
    }
}
