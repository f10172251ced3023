package catallaxy.agents.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import catallaxy.agents.Agent;
import catallaxy.agents.AgentContext;
import catallaxy.agents.testkit.TestContext;
import catallaxy.environment.api.Action;
import catallaxy.environment.api.Observation;
import catallaxy.environment.market.role.RoleSpec;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The making of agents from policies, and every way in which a user's class can be wrong. */
class AgentFactoryTest {
    private static final AgentFactory FACTORY = new AgentFactory(AgentFactoryTest.class.getClassLoader());
    private static final RoleSpec TRADER = new RoleSpec.Trader(List.of(0), 100, 0.01);

    private static Agent create(Class<?> type, Map<String, String> settings) {
        AgentContext context =
                TestContext.of("mine", TRADER, Specs.features("price.x"), Specs.quantities(-1, 1, "trade.x"), settings);
        return FACTORY.create(new UserAgent(type.getName(), settings), context);
    }

    private static Action decide(Agent agent) {
        return agent.decide(Specs.observation(Specs.features("price.x"), Specs.quantities(-1, 1, "trade.x"), Map.of()));
    }

    /** Made from its context. */
    public static final class WithContext implements Agent {
        private final double size;

        public WithContext(AgentContext context) {
            size = context.number("size", 0.5);
        }

        @Override
        public Action decide(Observation observation) {
            return Action.of(size);
        }
    }

    /** Made from nothing. */
    public static class WithNothing implements Agent {
        @Override
        public Action decide(Observation observation) {
            return Action.HOLD;
        }
    }

    /** Cannot be made. */
    public abstract static class Abstract implements Agent {}

    /** Not an agent. */
    public static final class NoAgent {}

    /** Has no fitting constructor. */
    public static final class WithNumber extends WithNothing {
        public WithNumber(int number) {
            assertThat(number).isZero();
        }
    }

    /** Throws. */
    public static final class Throwing extends WithNothing {
        public Throwing() {
            throw new IllegalStateException("no model file");
        }
    }

    /** Fails when it is loaded. */
    public static final class Unloadable extends WithNothing {
        static final int LENGTH = Integer.parseInt("many");
    }

    static final class Hidden extends WithNothing {}

    @Test
    void makesAUsersAgentWithAndWithoutContext() {
        assertThat(decide(create(WithContext.class, Map.of("size", "0.25")))).isEqualTo(Action.of(0.25));
        assertThat(decide(create(WithContext.class, Map.of()))).isEqualTo(Action.of(0.5));
        assertThat(decide(create(WithNothing.class, Map.of()))).isEqualTo(Action.HOLD);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Abstract | is abstract",
                "NoAgent | does not implement catallaxy.agents.Agent",
                "WithNumber | has no public constructor (AgentContext) or ()",
                "Hidden | is not public",
                "Throwing | failed: IllegalStateException: no model file",
                "Unloadable | cannot be loaded",
                "Absent | there is no class"
            })
    void saysWhatIsWrongWithAUsersClass(String type, String message) {
        String name = AgentFactoryTest.class.getName() + "$" + type;
        AgentContext context =
                TestContext.of("mine", TRADER, Specs.features("price.x"), Specs.quantities(-1, 1, "trade.x"), Map.of());
        assertThatThrownBy(() -> FACTORY.create(new UserAgent(name, Map.of()), context))
                .isInstanceOf(AgentCreationException.class)
                .hasMessageStartingWith("agent mine: ")
                .hasMessageContaining(name)
                .hasMessageContaining(message)
                .message()
                .doesNotContain("\n");
    }

    @Test
    void saysWhichSettingIsNoNumber() {
        assertThatThrownBy(() -> create(WithContext.class, Map.of("size", "big")))
                .hasMessageContaining("settings.size of agent mine: expected a number, found 'big'");
    }

    @Test
    void seatsAPolicyOnlyInItsRole() {
        AgentContext context =
                TestContext.of("mine", TRADER, Specs.marketMakerFeatures(), Specs.marketMaker(10), Map.of());
        AvellanedaStoikov.Config maker = new AvellanedaStoikov.Config(0.1, 1.5, 0, OptionalDouble.empty());
        assertThatThrownBy(() -> FACTORY.create(maker, context))
                .hasMessage("agent mine: policy avellaneda-stoikov is for role market-maker, the seat has role trader");
    }

    @Test
    void makesEveryPolicy() {
        RoleSpec.MarketMaker maker = new RoleSpec.MarketMaker(0, 1, 1, 100, 0, 1_000_000_000L);
        AgentContext seat = TestContext.of("mm", maker, Specs.marketMakerFeatures(), Specs.marketMaker(10), Map.of());
        List<PolicySpec> policies = List.of(
                new AvellanedaStoikov.Config(0.1, 1.5, 0, OptionalDouble.empty()),
                new GueantLehalleFernandezTapia.Config(
                        GueantLehalleFernandezTapia.Objective.RUNNING_PENALTY, 0.1, 1.5, 1, OptionalDouble.empty()),
                new RandomAgent.Config(),
                new HoldAgent.Config(),
                new UserAgent(WithNothing.class.getName(), Map.of()));
        for (PolicySpec policy : policies) {
            assertThat(FACTORY.plan(policy, seat).fresh().get())
                    .as(policy.policy())
                    .isNotNull();
        }
    }

    @Test
    void aPolicyInPythonIsMadeByWhomStartedTheRunThere() {
        AgentContext context =
                TestContext.of("mine", TRADER, Specs.features("price.x"), Specs.quantities(-1, 1, "trade.x"), Map.of());
        assertThatThrownBy(() -> FACTORY.create(PythonPolicy.absent(), context))
                .isInstanceOf(AgentCreationException.class)
                .hasMessage("agent mine: its policy is in Python; start the run there:"
                        + " catallaxy.run(…, agents={\"mine\": policy})");
        PythonPolicy present = new PythonPolicy(Optional.of(_ -> new WithNothing()));
        assertThat(decide(FACTORY.create(present, context))).isEqualTo(Action.HOLD);
    }
}
