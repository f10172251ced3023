package catallaxy.agents.market;

import catallaxy.agents.driver.AgentPlan;
import catallaxy.agents.driver.DriverListener;
import catallaxy.agents.driver.FaultRule;
import catallaxy.agents.driver.Place;
import catallaxy.agents.policy.Cast;
import catallaxy.environment.api.AgentStep;
import java.util.ArrayList;
import java.util.List;

/** One episode of every world of a batch, with learners in the seats of their lineup and the scenario's own policies in the others. */
final class MarketRound {
    private final Cast cast;
    private final MarketBatch batch;
    private final List<LearningSeat> seats;
    private final Lineup lineup;
    private final List<Other> others = new ArrayList<>();

    /** A seat of a world in which the scenario's own policy decides. */
    private record Other(int world, String agent, Place place) {}

    MarketRound(Cast cast, FaultRule rule, List<LearningSeat> seats, Lineup lineup) {
        this.cast = cast;
        this.seats = seats;
        this.lineup = lineup;
        batch = new MarketBatch(cast.market(), rule, world -> DriverListener.STRICT);
    }

    /** Starts an episode in a world for each seed; learners get what their last actions led to. */
    void begin(long[] seeds) {
        batch.begin(seeds);
        others.clear();
        for (int world = 0; world < seeds.length; world++) {
            for (AgentPlan plan : cast.plans(seeds[world])) {
                if (!lineup.plays(plan.agent(), world)) {
                    others.add(new Other(world, plan.agent(), new Place(plan)));
                }
            }
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
        for (Other each : others) {
            AgentStep step = batch.step(each.world(), each.agent());
            if (step != null && batch.asks(each.world(), step)) {
                batch.answer(each.world(), each.agent(), each.place().decide(step));
            }
        }
    }
}
