package catallaxy.scenarios.bridge;

import catallaxy.agents.driver.AgentPlan;
import catallaxy.agents.driver.DriverListener;
import catallaxy.agents.driver.FaultRule;
import catallaxy.agents.driver.Outcome;
import catallaxy.agents.driver.SeatedAgent;
import catallaxy.agents.driver.Session;
import catallaxy.agents.policy.MarketAgents;
import catallaxy.environment.api.AgentStep;
import catallaxy.environment.market.MarketEnvironment;
import catallaxy.environment.market.MarketSpec;
import catallaxy.scenarios.UserError;
import java.lang.foreign.MemorySegment;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A market of a scenario as a parallel environment: Python decides in some seats, the scenario's own policies in the others. A step
 * goes on to the next moment at which Python is wanted, or to the end.
 */
final class BridgedMarket implements Bridged {
    private static final long STEP = 0;
    private static final long RESET = 1;

    private final MarketAgents agents;
    private final FaultRule rule;
    private final Set<String> inPython;
    private final MarketEnvironment environment;
    private final BridgedSeats seats;
    private final Map<String, SeatedAgent> others = new LinkedHashMap<>();
    private MemorySegment command = MemorySegment.NULL;
    private MemorySegment seed = MemorySegment.NULL;
    private @Nullable Session session;

    /** @param inPython agents that Python decides for */
    BridgedMarket(MarketAgents agents, FaultRule rule, Set<String> inPython) {
        this.agents = agents;
        this.rule = rule;
        this.inPython = inPython;
        environment = new MarketEnvironment(agents.market());
        seats = new BridgedSeats(environment);
    }

    @Override
    public Map<String, Object> description() {
        return description(agents.market(), seats, inPython::contains);
    }

    /** What there is to say of a market and its seats. */
    static Map<String, Object> description(MarketSpec market, BridgedSeats seats, Predicate<String> inPython) {
        Map<String, Object> description = new LinkedHashMap<>();
        description.put("durationSeconds", market.durationNanos() / 1e9);
        description.put(
                "agents",
                market.agents().stream()
                        .map(each -> seats.description(each, inPython.test(each.id())))
                        .toList());
        return description;
    }

    @Override
    public SharedLayout layout() {
        return seats.layout();
    }

    @Override
    public void attach(SharedBlock block, Turns turns) {
        command = block.array("command");
        seed = block.array("seed");
        seats.attach(block);
    }

    @Override
    public void turn() {
        long asked = command.get(SharedBlock.LONG, 0);
        if (asked == RESET) {
            begin(seed.get(SharedBlock.LONG, 0));
        } else if (asked != STEP || session == null || session.finished()) {
            throw UserError.usage("bridge: reset comes first");
        } else {
            apply(session);
        }
        runOn(Objects.requireNonNull(session));
    }

    private void begin(long chosen) {
        others.clear();
        List<AgentPlan> plans = agents.plans(chosen);
        plans.stream()
                .filter(plan -> !inPython.contains(plan.agent()))
                .forEach(plan -> others.put(plan.agent(), new SeatedAgent(plan)));
        session = new Session(environment, chosen, rule, DriverListener.STRICT);
        seats.clear();
        seats.show(session.due());
    }

    /** Goes on without Python for as long as it is not wanted. */
    private void runOn(Session now) {
        while (!now.finished() && now.due().stream().noneMatch(step -> inPython.contains(step.agent()))) {
            apply(now);
        }
        seats.showEnd(now.finished());
    }

    private void apply(Session now) {
        now.apply(now.due().stream().map(step -> outcome(now, step)).toArray(Outcome[]::new));
        seats.show(now.due());
    }

    private Outcome outcome(Session now, AgentStep step) {
        if (!now.asks(step)) {
            return Outcome.NOT_ASKED;
        }
        return inPython.contains(step.agent())
                ? new Outcome.Answered(seats.action(step.agent()))
                : Objects.requireNonNull(others.get(step.agent())).decide(step);
    }

    @Override
    public Map<String, Object> answer(String question, Map<String, ?> details) {
        if (!question.equals("digest")) {
            throw Bridged.unknown(question);
        }
        if (session == null) {
            throw UserError.usage("bridge: reset comes first");
        }
        return Map.of("digest", environment.digest());
    }
}
