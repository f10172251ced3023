package catallaxy.agents.policy;

import catallaxy.agents.planning.Expert;
import catallaxy.agents.planning.Proposal;
import catallaxy.environment.api.Action;
import catallaxy.environment.api.ActionComponent;
import catallaxy.environment.api.Observation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What an arbitrageur that plans considers: the trades that {@link ClosedFormArbitrage} finds, those that earn most, each in several
 * sizes. Weights are the profits that the closed form expects, in proportion to the size. Immutable.
 */
final class ArbitrageMoves implements Expert {
    private static final Comparator<ClosedFormArbitrage.Found> MOST_PROFIT =
            Comparator.comparingDouble(ClosedFormArbitrage.Found::profit).reversed();

    private final ClosedFormArbitrage closedForm;
    private final int opportunities;
    private final List<Double> sizes;

    /**
     * An expert for one seat.
     *
     * @param opportunities that are considered at once
     * @param sizes         as multiples of the closed form's
     */
    ArbitrageMoves(ClosedFormArbitrage closedForm, int opportunities, List<Double> sizes) {
        this.closedForm = closedForm;
        this.opportunities = opportunities;
        this.sizes = List.copyOf(sizes);
    }

    /** The most that it proposes. */
    int most() {
        return opportunities * sizes.size();
    }

    @Override
    public List<Proposal> proposals(Observation seen) {
        List<Proposal> proposals = new ArrayList<>();
        closedForm.found(seen).stream()
                .sorted(MOST_PROFIT)
                .limit(opportunities)
                .forEach(found -> sizes.forEach(size -> proposals.add(proposal(seen, found, size))));
        return proposals;
    }

    private static Proposal proposal(Observation seen, ClosedFormArbitrage.Found found, double size) {
        double[] values = seen.actions().neutral();
        ActionComponent.Continuous route =
                (ActionComponent.Continuous) seen.actions().components().get(found.route());
        values[found.route()] = Math.clamp(found.trade() * size, route.low(), route.high());
        return new Proposal(Action.of(values), found.profit() * Math.min(size, 1 / size));
    }
}
