package catallaxy.agents.market;

import catallaxy.agents.driver.DriverListener;
import catallaxy.agents.driver.FaultRule;
import catallaxy.agents.driver.Outcome;
import catallaxy.agents.driver.Session;
import catallaxy.environment.api.AgentStep;
import catallaxy.environment.market.Market;
import catallaxy.environment.market.MarketEnvironment;
import catallaxy.environment.market.MarketSpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * {@code N} worlds of one market, each with a seed of its own, stepped together.
 *
 * <p>All agents keep the same cadence in every world, so that an agent is due in all of them at the same time; a world in
 * which it is ruined is left out. Each world goes through a {@link Session}, as under every driver: the same decisions give
 * the same digest. Owned by one thread.
 */
public final class MarketBatch {
    private final MarketSpec spec;
    private final FaultRule rule;
    private final IntFunction<DriverListener> listeners;
    private final List<World> worlds = new ArrayList<>();
    private long timeNanos;

    /** One world and where it stands. */
    private static final class World {
        private final MarketEnvironment environment;
        private final Session session;
        private Outcome[] outcomes = {};

        World(MarketSpec spec, long seed, FaultRule rule, DriverListener listener) {
            environment = new MarketEnvironment(spec);
            session = new Session(environment, seed, rule, listener);
            clear();
        }

        void clear() {
            outcomes = new Outcome[session.due().size()];
            Arrays.fill(outcomes, Outcome.NOT_ASKED);
        }

        long timeNanos() {
            return session.finished()
                    ? Long.MAX_VALUE
                    : environment.market().view().timeNanos();
        }
    }

    /**
     * A batch without worlds.
     *
     * @param listeners of each world's decisions, faults and steps
     */
    public MarketBatch(MarketSpec spec, FaultRule rule, IntFunction<DriverListener> listeners) {
        this.spec = spec;
        this.rule = rule;
        this.listeners = listeners;
    }

    /** Starts a world for each seed and runs it to its first epoch. */
    public void begin(long[] seeds) {
        worlds.clear();
        for (int i = 0; i < seeds.length; i++) {
            worlds.add(new World(spec, seeds[i], rule, listeners.apply(i)));
        }
        timeNanos = earliest();
    }

    private long earliest() {
        return worlds.stream().mapToLong(World::timeNanos).min().orElseThrow();
    }

    /** {@code N}; 0 before {@link #begin}. */
    public int size() {
        return worlds.size();
    }

    /** Whether all worlds have reached the horizon. */
    public boolean finished() {
        return timeNanos == Long.MAX_VALUE;
    }

    /** Simulated time of the present epoch. */
    public long timeNanos() {
        return timeNanos;
    }

    /** The market of a world, for looking at. */
    public Market market(int world) {
        return worlds.get(world).environment.market();
    }

    MarketEnvironment environment(int world) {
        return worlds.get(world).environment;
    }

    /** Digest of everything that happened in a world. */
    public String digest(int world) {
        return worlds.get(world).environment.digest();
    }

    /** What an agent receives in a world at this epoch, or at the end of the run; null where it is not due. */
    @Nullable
    AgentStep step(int world, String agent) {
        World each = worlds.get(world);
        if (each.timeNanos() != timeNanos) {
            return null;
        }
        for (AgentStep step : each.session.due()) {
            if (step.agent().equals(agent)) {
                return step;
            }
        }
        return null;
    }

    /** Whether a decision of the agent is wanted. */
    boolean asks(int world, AgentStep step) {
        return worlds.get(world).session.asks(step);
    }

    /** Takes the outcome of asking an agent that is due in a world. */
    void answer(int world, String agent, Outcome outcome) {
        World each = worlds.get(world);
        List<AgentStep> due = each.session.due();
        for (int i = 0; i < each.outcomes.length; i++) {
            if (due.get(i).agent().equals(agent)) {
                each.outcomes[i] = outcome;
            }
        }
    }

    /** Applies the outcomes of this epoch and runs the worlds that took part in it on to the next. */
    void advance() {
        for (World each : worlds) {
            if (each.timeNanos() == timeNanos) {
                each.session.apply(each.outcomes);
                each.clear();
            }
        }
        timeNanos = earliest();
    }
}
