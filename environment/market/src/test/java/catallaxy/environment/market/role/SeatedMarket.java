package catallaxy.environment.market.role;

import catallaxy.environment.api.command.MarketCommand;
import catallaxy.environment.api.command.Side;
import catallaxy.environment.api.command.TimeInForce;
import catallaxy.environment.api.view.Gateway;
import catallaxy.environment.market.MarketSpec;
import catallaxy.environment.market.engine.Endowment;
import catallaxy.environment.market.engine.EventKind;
import catallaxy.environment.market.engine.MarketEngine;
import catallaxy.environment.market.trading.SmallMarket;
import java.util.ArrayList;
import java.util.List;

/** A market with its seats, run epoch by epoch by the test itself; also the seats that the risk role supervises. */
final class SeatedMarket implements SupervisedSeats {
    /** The decision that asks for nothing. */
    static final double[] NOTHING = {};

    /** Decides for an agent at one epoch. */
    interface Decision {
        double[] of(int agent, double[] values);
    }

    final MarketEngine market;
    final List<Role> roles = new ArrayList<>();
    final List<Seat> seats = new ArrayList<>();
    final List<String> interventions = new ArrayList<>();
    /** Sums of the reward terms, {@code [agent][T]}. */
    final List<double[]> rewards = new ArrayList<>();

    /** Looks at the market after each event. */
    Runnable afterEvent = () -> {};

    private final MarketSpec spec;
    private final int outsider;

    SeatedMarket(MarketSpec spec, long seed) {
        this(spec, seed, SmallMarket.everywhere(1e9, 1e6));
    }

    /** A market whose outsider owns something else. */
    SeatedMarket(MarketSpec spec, long seed, List<Endowment> outsiders) {
        this.spec = spec;
        this.market = MarketEngine.of(spec.engine(), seed);
        for (int agent = 0; agent < spec.agents().size(); agent++) {
            Role role = Roles.of(spec.engine(), spec.durationNanos(), spec.agents(), agent, this);
            int participant = market.openParticipant(
                    spec.agents().get(agent).id(), spec.agents().get(agent).endowments());
            roles.add(role);
            seats.add(new Seat(agent, participant, role));
            rewards.add(new double[role.rewardTerms().size()]);
        }
        outsider = market.openParticipant("outsider", outsiders);
        for (int agent = 0; agent < roles.size(); agent++) {
            roles.get(agent).open(market, seats.get(agent));
            market.wake(EventKind.AGENT, agent, spec.agents().get(agent).firstEpochNanos());
        }
    }

    @Override
    public Seat seat(int agent) {
        return seats.get(agent);
    }

    @Override
    public void intervene(long timeNanos, int riskAgent, int agent, double fromScale, double scale, String reason) {
        interventions.add(reason + " " + agent + " from " + fromScale + " to " + scale);
    }

    @Override
    public void unwind(int agent) {
        roles.get(agent).halt(market, gateway(agent), seats.get(agent));
    }

    /** Somebody with a lot of everything, who trades what a test wants. */
    int outsider() {
        return outsider;
    }

    /** Puts a resting order of the outsider on the book. */
    void show(Side side, double price, double base, long id) {
        market.submit(
                outsider,
                new MarketCommand.PlaceOrder(
                        SmallMarket.BOOK,
                        side,
                        TimeInForce.GTC,
                        id,
                        market.toTicks(SmallMarket.BOOK, price),
                        market.toLots(SmallMarket.BOOK, base)));
    }

    /** Runs all events up to and including a time. */
    void runUntil(long timeNanos, Decision decision) {
        while (market.hasEventUntil(timeNanos)) {
            int agent = market.advance();
            afterEvent.run();
            if (agent != MarketEngine.HANDLED) {
                decide(agent, decision);
                market.wake(
                        EventKind.AGENT,
                        agent,
                        market.timeNanos() + spec.agents().get(agent).cadenceNanos());
            }
        }
    }

    private void decide(int agent, Decision decision) {
        Role role = roles.get(agent);
        Seat seat = seats.get(agent);
        double[] terms = new double[role.rewardTerms().size()];
        role.rewards(market, seat, terms);
        for (int i = 0; i < terms.length; i++) {
            rewards.get(agent)[i] += terms[i];
        }
        role.advance(market, seat);
        double[] values = observe(agent);
        if (seat.halted()) {
            role.halt(market, gateway(agent), seat);
            return;
        }
        double[] action = decision.of(agent, values);
        if (action.length > 0) {
            role.act(market, gateway(agent), seat, action);
        }
    }

    Gateway gateway(int agent) {
        return market.gateway(seats.get(agent).participant());
    }

    double[] observe(int agent) {
        double[] values = new double[roles.get(agent).observationSpec().size()];
        roles.get(agent).observe(market, seats.get(agent), values);
        for (int i = 0; i < values.length; i++) {
            if (!Double.isFinite(values[i])) {
                throw new AssertionError(
                        roles.get(agent).observationSpec().features().get(i) + " is " + values[i]);
            }
        }
        return values;
    }

    double value(int agent, String feature) {
        return observe(agent)[roles.get(agent).observationSpec().index(feature)];
    }

    double equity(int agent) {
        return market.equity(seats.get(agent).participant());
    }
}
