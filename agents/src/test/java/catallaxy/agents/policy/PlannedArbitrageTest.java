package catallaxy.agents.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import catallaxy.agents.AgentContext;
import catallaxy.agents.actor.ActorDriver;
import catallaxy.agents.driver.BatchDriver;
import catallaxy.agents.driver.Driver;
import catallaxy.agents.driver.DriverListener;
import catallaxy.agents.driver.FaultRule;
import catallaxy.agents.planning.Foresight;
import catallaxy.agents.planning.Proposal;
import catallaxy.environment.api.Action;
import catallaxy.environment.api.EnvironmentStep;
import catallaxy.environment.api.Observation;
import catallaxy.environment.market.MarketEnvironment;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The arbitrageur that plans, beside one that trades the closed form. */
class PlannedArbitrageTest {
    private static final ClosedFormArbitrage.Config GREEDY = new ClosedFormArbitrage.Config(1, 0);
    private static final Foresight FORESIGHT = new Foresight(24, 20_000_000_000L, 2, 0, 0.5);

    private static PlannedArbitrage planner(Double... sizes) {
        return new PlannedArbitrage(FORESIGHT, 2, List.of(sizes), List.of(1.0), 1, 0.2);
    }

    private static MarketAgents agents(PolicySpec mine) {
        return new MarketAgents(
                GapMarket.spec(),
                Map.of("mine", mine, "rival", GREEDY),
                new AgentFactory(PlannedArbitrageTest.class.getClassLoader()));
    }

    private static MarketEnvironment run(PolicySpec mine, long seed, Driver driver) {
        MarketEnvironment market = new MarketEnvironment(GapMarket.spec());
        driver.run(market, seed, agents(mine).plans(seed), FaultRule.DEFAULT, DriverListener.STRICT);
        return market;
    }

    @Test
    void bothDriversDecideTheSameForASeed() {
        String digest = run(planner(0.5, 1.0), 3, new BatchDriver()).digest();
        assertThat(run(planner(0.5, 1.0), 3, new ActorDriver()).digest()).isEqualTo(digest);
        assertThat(run(planner(0.5, 1.0), 4, new BatchDriver()).digest()).isNotEqualTo(digest);
        assertThat(run(GREEDY, 3, new BatchDriver()).digest()).isNotEqualTo(digest);
    }

    @Test
    void itTradesAndItsTradesEarn() {
        for (long seed = 1; seed <= 3; seed++) {
            MarketEnvironment market = run(planner(0.5, 1.0), seed, new BatchDriver());
            assertThat(market.market()
                            .view()
                            .dealings(market.market().seat(0).participant())
                            .fills())
                    .as("seed %d", seed)
                    .isPositive();
            assertThat(pnlAtOpeningPrice(market)).as("seed %d", seed).isPositive();
        }
    }

    private static double pnlAtOpeningPrice(MarketEnvironment market) {
        var held = market.market().view().holdings(market.market().seat(0).participant());
        return (held.total(0) - 10) * market.market().view().prices().atVenues(0) + held.total(1) - 100_000;
    }

    /** Observations at which the closed form finds something. */
    private static List<Observation> worthwhile(ClosedFormArbitrage closedForm) {
        MarketEnvironment market = new MarketEnvironment(GapMarket.spec());
        List<Observation> seen = new ArrayList<>();
        for (EnvironmentStep step = market.reset(1); !step.finished(); step = market.step(Map.of())) {
            Observation mine = step.due().getFirst().observation();
            if (!closedForm.found(mine).isEmpty()) {
                seen.add(mine);
            }
        }
        return seen;
    }

    @Test
    void itConsidersTheClosedFormsTradesInTheirSizes() {
        AgentContext context = agents(GREEDY).context("mine", 1);
        ClosedFormArbitrage closedForm = new ClosedFormArbitrage(GREEDY, context);
        ArbitrageMoves moves = new ArbitrageMoves(closedForm, context.actions(), 2, List.of(1.0, 0.5), List.of(1.0));
        List<Observation> seen = worthwhile(closedForm);
        assertThat(seen).isNotEmpty();
        for (Observation each : seen) {
            List<Proposal> proposals = moves.proposals(each);
            assertThat(proposals).hasSizeBetween(2, moves.most());
            assertThat(proposals.getFirst().action()).isEqualTo(closedForm.decide(each));
            assertThat(values(proposals.get(1))).isEqualTo(half(values(proposals.getFirst())));
            assertThat(proposals.getFirst().weight())
                    .isEqualTo(2 * proposals.get(1).weight());
        }
    }

    private static double[] values(Proposal proposal) {
        return ((Action.Vector) proposal.action()).values();
    }

    /** Half of the three trades, with the same tip. */
    private static double[] half(double[] values) {
        double[] half = values.clone();
        for (int i = 0; i < half.length; i++) {
            half[i] /= i < 3 ? 2 : 1;
        }
        return half;
    }

    @Test
    void whereTheSeatMayChooseItsTipEachTradeIsConsideredWithEachTip() {
        AgentContext context = agents(GREEDY).context("mine", 1);
        ClosedFormArbitrage closedForm = new ClosedFormArbitrage(GREEDY, context);
        ArbitrageMoves moves =
                new ArbitrageMoves(closedForm, context.actions(), 1, List.of(1.0), List.of(1.0, 0.0, 4.0, 100.0));
        assertThat(moves.most()).isEqualTo(4);
        for (Observation each : worthwhile(closedForm)) {
            List<Proposal> proposals = moves.proposals(each);
            assertThat(proposals.stream().map(proposal -> values(proposal)[3])).containsExactly(1.0, 0.0, 4.0, 8.0);
            assertThat(proposals.stream().map(proposal -> values(proposal)[0]).distinct())
                    .hasSize(1);
        }
    }

    @Test
    void whoTipsMoreIsFirst() {
        Found first = tippedAgainstTheRival(4);
        Found second = tippedAgainstTheRival(0);
        assertThat(first.mine()).isPositive();
        assertThat(first.rival()).isZero();
        assertThat(second.mine()).isZero();
        assertThat(second.rival()).isPositive();
    }

    /** How much either traded where both went for the same. */
    private record Found(long mine, long rival) {}

    /** Both take the first trade that there is, and nothing afterwards. */
    private static Found tippedAgainstTheRival(double tip) {
        ClosedFormArbitrage closedForm =
                new ClosedFormArbitrage(GREEDY, agents(GREEDY).context("mine", 1));
        MarketEnvironment market = new MarketEnvironment(GapMarket.spec());
        EnvironmentStep step = market.reset(1);
        while (closedForm.found(step.due().getFirst().observation()).isEmpty()) {
            step = market.step(Map.of());
        }
        double[] usual =
                ((Action.Vector) closedForm.decide(step.due().getFirst().observation())).values();
        double[] tipped = usual.clone();
        tipped[3] = tip;
        market.step(Map.of("mine", Action.of(tipped), "rival", Action.of(usual)));
        market.step(Map.of());
        market.step(Map.of());
        return new Found(fills(market, 0), fills(market, 1));
    }

    private static long fills(MarketEnvironment market, int seat) {
        return market.market()
                .view()
                .dealings(market.market().seat(seat).participant())
                .fills();
    }

    @Test
    void sizesAreLimitedByTheSeat() {
        AgentContext context = agents(GREEDY).context("mine", 1);
        ClosedFormArbitrage closedForm = new ClosedFormArbitrage(GREEDY, context);
        ArbitrageMoves moves = new ArbitrageMoves(closedForm, context.actions(), 1, List.of(10.0), List.of(1.0));
        for (Observation each : worthwhile(closedForm)) {
            for (Proposal proposal : moves.proposals(each)) {
                assertThat(each.actions().complaint(values(proposal))).isEmpty();
            }
        }
    }

    @Test
    void badSettingsAreNamed() {
        assertThatThrownBy(() -> new PlannedArbitrage(FORESIGHT, 0, List.of(1.0), List.of(1.0), 1, 0.2))
                .hasMessageContaining("opportunities");
        assertThatThrownBy(() -> new PlannedArbitrage(FORESIGHT, 1, List.of(), List.of(1.0), 1, 0.2))
                .hasMessageContaining("sizes");
        assertThatThrownBy(() -> new PlannedArbitrage(FORESIGHT, 1, List.of(0.0), List.of(1.0), 1, 0.2))
                .hasMessageContaining("sizes");
        assertThatThrownBy(() -> new PlannedArbitrage(FORESIGHT, 1, List.of(1.0), List.of(1.0), 1, 1))
                .hasMessageContaining("holdingWeight");
        assertThatThrownBy(() -> new Foresight(0, 1_000_000_000, 1, 0, 0.5)).hasMessageContaining("simulations");
        assertThatThrownBy(() -> new Foresight(1, 0, 1, 0, 0.5)).hasMessageContaining("horizonNanos");
    }
}
