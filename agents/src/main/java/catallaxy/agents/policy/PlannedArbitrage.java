package catallaxy.agents.policy;

import catallaxy.agents.Agent;
import catallaxy.agents.AgentContext;
import catallaxy.agents.planning.Cast;
import catallaxy.agents.planning.Foresight;
import catallaxy.agents.planning.Guidance;
import catallaxy.agents.planning.Lessons;
import catallaxy.agents.planning.Planner;
import catallaxy.environment.base.check.Checks;
import catallaxy.environment.market.MarketEnvironment;
import catallaxy.environment.market.role.Routing;
import catallaxy.environment.market.role.SeatSpec;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The arbitrageur that plans: it plays what {@link ClosedFormArbitrage} proposes through in copies of the market, with other sizes and tips, with waiting
 * and with doing nothing beside it, and does what earns most there. In copies everybody in a seat of this kind trades the closed
 * form, whatever their policies are, other agents hold, and the population acts by itself.
 *
 * @param foresight       how far and how often it looks ahead; beyond the decisions that it plans it trades the closed form in copies
 * @param opportunities   that are considered at once, those of the closed form that earn most
 * @param sizes           that are considered, multiples of the closed form's
 * @param tips            that are considered where the seat may choose, multiples of the usual
 * @param minProfitQuote  smallest profit after fees and gas, by the closed form, of what is considered; quote units
 * @param holdingWeight   prior weight of not trading, of 1
 * @param guidance        networks that have learned from searches, in place of these priors
 */
public record PlannedArbitrage(
        Foresight foresight,
        int opportunities,
        List<Double> sizes,
        List<Double> tips,
        double minProfitQuote,
        double holdingWeight,
        Guidance guidance)
        implements PolicySpec {
    private static final double LEAST_SIZE = 0.01;
    private static final double MOST_SIZE = 10;
    private static final double MOST_TIP = 1e6;

    /** By the closed form's weights. */
    public PlannedArbitrage(
            Foresight foresight,
            int opportunities,
            List<Double> sizes,
            List<Double> tips,
            double minProfitQuote,
            double holdingWeight) {
        this(foresight, opportunities, sizes, tips, minProfitQuote, holdingWeight, Guidance.NONE);
    }

    /** Checks each; the error names the field. */
    public PlannedArbitrage {
        sizes = List.copyOf(sizes);
        tips = List.copyOf(tips);
        Checks.inRange("opportunities", opportunities, 1, 100);
        Checks.that(!sizes.isEmpty() && sizes.size() <= 20, "sizes", "1 to 20 multiples", sizes.size());
        sizes.forEach(size -> Checks.inRange("sizes", size, LEAST_SIZE, MOST_SIZE));
        Checks.that(!tips.isEmpty() && tips.size() <= 20, "tips", "1 to 20 multiples", tips.size());
        tips.forEach(tip -> Checks.inRange("tips", tip, 0, MOST_TIP));
        new ClosedFormArbitrage.Config(minProfitQuote, 0);
        Checks.inRange("holdingWeight", holdingWeight, 0.001, 0.999);
    }

    @Override
    public String policy() {
        return "planner";
    }

    @Override
    public Class<?> seat() {
        return Routing.class;
    }

    /** The planner of a seat; throws as {@link #create(AgentContext, Lessons)} does. */
    Agent create(AgentContext context) {
        return create(context, Lessons.NONE);
    }

    /**
     * The planner of a seat, telling what its searches find.
     *
     * @throws AgentCreationException if the market replays a recording, of which every copy knows what comes, or the networks were taught in a
     *     seat with other choices
     */
    public Agent create(AgentContext context, Lessons lessons) {
        context.market().foretold().ifPresent(replayed -> {
            throw new AgentCreationException(
                    "agent " + context.agent() + ": policy planner needs a market whose future is drawn, and "
                            + replayed + " replays a recording: a copy of the market would know what comes",
                    null);
        });
        ArbitrageMoves moves = new ArbitrageMoves(closedForm(context), context.actions(), opportunities, sizes, tips);
        guidance.judge().filter(judge -> !judge.fits(moves.features())).ifPresent(_ -> {
            throw new AgentCreationException(
                    "agent " + context.agent()
                            + ": the network of its policy was taught in a seat with other routes or cycles",
                    null);
        });
        return new Planner(
                foresight,
                new Planner.Experience(moves, moves.most(), holdingWeight, new Cast(others(context))),
                guidance,
                lessons,
                context);
    }

    /** The same planner guided otherwise. */
    public PlannedArbitrage with(Guidance other) {
        return new PlannedArbitrage(foresight, opportunities, sizes, tips, minProfitQuote, holdingWeight, other);
    }

    private ClosedFormArbitrage closedForm(AgentContext context) {
        return new ClosedFormArbitrage(new ClosedFormArbitrage.Config(minProfitQuote, 0), context);
    }

    /** The closed form in every seat that trades routes, its own among them. */
    private Map<String, Agent> others(AgentContext context) {
        MarketEnvironment like = new MarketEnvironment(context.market());
        Map<String, Agent> others = new LinkedHashMap<>();
        for (SeatSpec seat : context.market().agents()) {
            if (seat.role() instanceof Routing) {
                AgentContext there = new AgentContext(
                        seat.id(),
                        context.market(),
                        seat,
                        like.observationSpec(seat.id()),
                        like.actionSpec(seat.id()),
                        context.seed(),
                        Map.of());
                others.put(seat.id(), closedForm(there));
            }
        }
        return others;
    }
}
