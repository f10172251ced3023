package catallaxy.agents.market;

import catallaxy.agents.driver.FaultRule;
import catallaxy.agents.learning.SteppedWorlds;
import catallaxy.agents.learning.VectorStep;
import catallaxy.agents.policy.MarketAgents;
import catallaxy.agents.seat.SeatSettings;
import catallaxy.environment.api.ActionSpec;
import catallaxy.environment.api.ObservationSpec;
import catallaxy.environment.base.random.RandomStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Many worlds of a market with one learner's seat in each, and the scenario's own policies in the others. Unlike in
 * {@link MarketWorlds} every world goes its own way: a step is one decision in each, wherever it stands, and an episode ends for
 * itself, also where the learner is ruined. Owned by one thread.
 */
public final class SeatWorlds implements SteppedWorlds {
    private final MarketAgents agents;
    private final FaultRule rule;
    private final Seating seating;
    private final MarketRounds rounds;
    private final List<MarketWorlds> worlds = new ArrayList<>();
    private final int count;
    private final SharedSeat first;

    /** A seat, and how it is seen and acted in. */
    public record Seating(String agent, SeatSettings settings) {}

    /** What a world has of the seat. */
    private record SharedSeat(ObservationSpec observations, ActionSpec actions) {}

    /**
     * Worlds before their first episode.
     *
     * @param agents       the market and everybody's own policy
     * @param episodeNanos length of an episode; 0 for the scenario's duration
     * @param count        how many
     * @throws IllegalArgumentException if the settings do not fit the seat, or others decide before it
     */
    public SeatWorlds(MarketAgents agents, FaultRule rule, Seating seating, long episodeNanos, int count) {
        this.agents = agents;
        this.rule = rule;
        this.seating = seating;
        this.count = count;
        rounds = new MarketRounds(1, 1, 0, episodeNanos);
        BatchSeat seat = world(0, 0).seats().getFirst();
        first = new SharedSeat(seat.observationSpec(), seat.actionSpec());
    }

    /** The first episode of world {@code i} is the market of the seed {@code seed + i}, later ones those of derived seeds. */
    private MarketWorlds world(long seed, int i) {
        long own = seed + i;
        return new MarketWorlds(
                agents,
                rule,
                Map.of(seating.agent(), seating.settings()),
                rounds,
                (_, episode) -> episode == 0
                        ? own
                        : RandomStream.of(own, "episode/" + episode).nextLong());
    }

    @Override
    public ObservationSpec observationSpec() {
        return first.observations();
    }

    @Override
    public ActionSpec actionSpec() {
        return first.actions();
    }

    @Override
    public int worlds() {
        return count;
    }

    @Override
    public void reset(long seed, VectorStep out) {
        worlds.clear();
        for (int i = 0; i < count; i++) {
            worlds.add(world(seed, i));
            worlds.get(i).begin();
            show(i, out);
        }
    }

    @Override
    public void step(float[] actions, VectorStep out) {
        if (worlds.isEmpty()) {
            throw new IllegalStateException("reset comes before step");
        }
        for (int i = 0; i < count; i++) {
            step(i, actions, out);
        }
    }

    private void step(int i, float[] actions, VectorStep out) {
        MarketWorlds world = worlds.get(i);
        BatchSeat seat = world.seats().getFirst();
        System.arraycopy(actions, i * seat.actions().length, seat.actions(), 0, seat.actions().length);
        world.advance();
        VectorStep led = seat.step();
        System.arraycopy(led.next(), 0, out.next(), i * led.features(), led.features());
        out.rewards()[i] = led.rewards()[0];
        out.terminated()[i] = led.terminated()[0];
        out.truncated()[i] = led.truncated()[0];
        if (led.terminated()[0] && !world.isWhole()) {
            world.renew();
        }
        show(i, out);
    }

    /** Writes what is to be acted on in a world. */
    private void show(int i, VectorStep out) {
        VectorStep now = worlds.get(i).seats().getFirst().step();
        System.arraycopy(now.observations(), 0, out.observations(), i * now.features(), now.features());
        System.arraycopy(now.masks(), 0, out.masks(), i * now.maskSize(), now.maskSize());
    }
}
