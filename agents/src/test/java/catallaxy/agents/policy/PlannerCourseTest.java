package catallaxy.agents.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import catallaxy.agents.actor.ActorDriver;
import catallaxy.agents.driver.BatchDriver;
import catallaxy.agents.driver.Driver;
import catallaxy.agents.driver.DriverListener;
import catallaxy.agents.driver.FaultRule;
import catallaxy.agents.learning.TensorStore;
import catallaxy.agents.network.Compute;
import catallaxy.agents.network.DeviceChoice;
import catallaxy.agents.planning.Foresight;
import catallaxy.agents.planning.Guidance;
import catallaxy.agents.planning.MoveJudge;
import catallaxy.agents.planning.MoveTraining;
import catallaxy.environment.market.MarketEnvironment;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A planner whose networks learned from its own searches in a small market. */
class PlannerCourseTest {
    private static final ClosedFormArbitrage.Config GREEDY = new ClosedFormArbitrage.Config(1, 0);
    private static final PlannedArbitrage PLANNER = new PlannedArbitrage(
            new Foresight(6, 12_000_000_000L, 2, 0, 0.5),
            2,
            List.of(0.5, 1.0),
            List.of(1.0),
            1,
            0.2,
            new Guidance(Optional.empty(), 3, false));
    private static final PlannerCourse COURSE = new PlannerCourse(11, 1, 2, new MoveTraining.Fit(8, 32, 3, 1e-3));

    private static MarketAgents agents(PolicySpec mine) {
        return new MarketAgents(
                GapMarket.spec(),
                Map.of("mine", mine, "rival", GREEDY),
                new AgentFactory(PlannerCourseTest.class.getClassLoader()));
    }

    private static TensorStore taught(List<Integer> progress) {
        try (Compute compute = Compute.open(DeviceChoice.CPU, 1)) {
            return COURSE.teach(agents(PLANNER), "mine", PLANNER, compute, progress::add);
        }
    }

    private static String digest(boolean leaves, TensorStore taught, Driver driver) {
        PlannedArbitrage guided = PLANNER.with(new Guidance(Optional.of(new MoveJudge(taught)), 3, leaves));
        MarketEnvironment market = new MarketEnvironment(GapMarket.spec());
        driver.run(market, 3, agents(guided).plans(3), FaultRule.DEFAULT, DriverListener.STRICT);
        return market.digest();
    }

    @Test
    void whatWasTaughtGuidesBothDriversAlike() {
        List<Integer> progress = new ArrayList<>();
        TensorStore taught = taught(progress);
        assertThat(progress).containsExactly(1, 2);
        for (boolean leaves : new boolean[] {false, true}) {
            assertThat(digest(leaves, taught, new ActorDriver()))
                    .as("leaves %s", leaves)
                    .isEqualTo(digest(leaves, taught, new BatchDriver()));
        }
        assertThat(taught(new ArrayList<>()).tensor("advantage.0.weight").values())
                .isEqualTo(taught.tensor("advantage.0.weight").values());
    }

    @Test
    void aSeatWithOtherChoicesIsRefused() {
        TensorStore taught = taught(new ArrayList<>());
        PlannedArbitrage guided = PLANNER.with(new Guidance(Optional.of(new MoveJudge(taught)), 3, false));
        MarketAgents other = new MarketAgents(
                TriangleMarket.spec(3, TriangleMarket.RICH),
                Map.of("mine", guided),
                new AgentFactory(PlannerCourseTest.class.getClassLoader()));
        assertThatThrownBy(() -> other.agent("mine", 1))
                .isInstanceOf(AgentCreationException.class)
                .hasMessageContaining("taught in a seat with other routes or cycles");
    }
}
