package catallaxy.agents.market;

import catallaxy.agents.driver.AgentFault;
import catallaxy.agents.driver.AgentPlan;
import catallaxy.agents.driver.DriverListener;
import catallaxy.agents.driver.FaultRule;
import catallaxy.agents.driver.Place;
import catallaxy.agents.policy.Cast;
import catallaxy.environment.market.learning.AgentStep;
import catallaxy.environment.market.role.AgentSpec;
import java.util.ArrayList;
import java.util.List;

/** One episode of every world of a batch, with learners in their seats and the scenario's own policies in the others. */
final class MarketRound {
    /** A policy that fails while others learn is a mistake of the scenario's. */
    private static final DriverListener STRICT = new DriverListener() {
        @Override
        public void fault(AgentFault fault) {
            throw new IllegalStateException("agent " + fault.agent() + " failed: " + fault.message());
        }
    };

    private final Cast cast;
    private final MarketBatch batch;
    private final List<LearningSeat> seats;
    private final List<String> otherAgents;
    private final List<List<Place>> others = new ArrayList<>();

    MarketRound(Cast cast, FaultRule rule, List<LearningSeat> seats) {
        this.cast = cast;
        this.seats = seats;
        batch = new MarketBatch(cast.market(), rule, world -> STRICT);
        otherAgents = cast.market().agents().stream()
                .map(AgentSpec::id)
                .filter(agent -> seats.stream().noneMatch(seat -> seat.agent().equals(agent)))
                .toList();
    }

    /** Starts an episode in a world for each seed; learners get what their last actions led to. */
    void begin(long[] seeds) {
        batch.begin(seeds);
        others.clear();
        for (long each : seeds) {
            List<AgentPlan> plans = cast.plans(each);
            others.add(otherAgents.stream()
                    .map(agent -> new Place(plans.get(cast.index(agent))))
                    .toList());
        }
        seats.forEach(seat -> seat.begin(batch, cast, seeds));
    }

    /** Plays it to its end. */
    void play() {
        for (boolean first = true; !batch.finished(); first = false) {
            for (LearningSeat seat : seats) {
                if (seat.isDue(batch)) {
                    seat.decide(batch, first);
                }
            }
            askOthers();
            batch.advance();
        }
        seats.forEach(seat -> seat.end(batch));
    }

    private void askOthers() {
        for (int world = 0; world < others.size(); world++) {
            for (int i = 0; i < otherAgents.size(); i++) {
                AgentStep step = batch.step(world, otherAgents.get(i));
                if (step != null && batch.asks(world, step)) {
                    batch.answer(
                            world, otherAgents.get(i), others.get(world).get(i).decide(step));
                }
            }
        }
    }
}
