package catallaxy.agents.policy;

import catallaxy.agents.planning.Proposal;
import catallaxy.agents.planning.Proposing;
import catallaxy.environment.api.Action;
import catallaxy.environment.api.ActionComponent;
import catallaxy.environment.api.ActionSpec;
import catallaxy.environment.api.Meaning;
import catallaxy.environment.api.Observation;
import catallaxy.environment.market.role.Routing;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What an arbitrageur that plans considers: the trades that {@link ClosedFormArbitrage} finds, those that earn most, each in several
 * sizes and, where the seat may choose, with several tips. Weights are the profits that the closed form expects, less the further size and
 * tip are from its own. Immutable.
 */
final class ArbitrageMoves implements Proposing {
    private static final Comparator<ClosedFormArbitrage.Found> MOST_PROFIT =
            Comparator.comparingDouble(ClosedFormArbitrage.Found::profit).reversed();

    private static final int OWN = 6;

    private final ClosedFormArbitrage closedForm;
    private final int opportunities;
    private final List<Double> sizes;
    private final List<Double> tips;
    private final int tip;

    /**
     * An expert for one seat.
     *
     * @param opportunities that are considered at once
     * @param sizes         as multiples of the closed form's
     * @param tips          as multiples of the usual, of a seat that may choose its tip
     */
    ArbitrageMoves(
            ClosedFormArbitrage closedForm,
            ActionSpec actions,
            int opportunities,
            List<Double> sizes,
            List<Double> tips) {
        this.closedForm = closedForm;
        this.opportunities = opportunities;
        this.sizes = List.copyOf(sizes);
        tip = tipOf(actions);
        this.tips = tip < 0 ? List.of(1.0) : List.copyOf(tips);
    }

    /** Where the tip is among the actions; −1 if it is none. */
    private static int tipOf(ActionSpec actions) {
        Meaning wanted = Routing.TIP.ofSeat();
        for (int i = 0; i < actions.size(); i++) {
            if (actions.components().get(i).meaning().equals(wanted)) {
                return i;
            }
        }
        return -1;
    }

    /** What each proposal tells of itself. */
    int features() {
        return OWN + closedForm.choices();
    }

    /** The most that it proposes. */
    int most() {
        return opportunities * sizes.size() * tips.size();
    }

    @Override
    public List<Proposal> proposals(Observation seen) {
        List<Proposal> proposals = new ArrayList<>();
        closedForm.found(seen).stream()
                .sorted(MOST_PROFIT)
                .limit(opportunities)
                .forEach(found -> sizes.forEach(
                        size -> tips.forEach(tipped -> proposals.add(proposal(seen.actions(), found, size, tipped)))));
        return proposals;
    }

    private Proposal proposal(ActionSpec actions, ClosedFormArbitrage.Found found, double size, double tipped) {
        double[] values = actions.neutral();
        values[found.route()] = within(actions, found.route(), found.trade() * size);
        if (tip >= 0) {
            values[tip] = within(actions, tip, tipped);
        }
        double usual = Math.min(size, 1 / size) / (1 + Math.abs(tipped - 1));
        return new Proposal(Action.of(values), found.profit() * usual, features(found, size, tipped));
    }

    /** Sizes of profit, input and gas on a logarithmic scale, the multiples, and which way is traded. */
    private float[] features(ClosedFormArbitrage.Found found, double size, double tipped) {
        float[] features = new float[features()];
        features[0] = (float) (StrictMath.log1p(found.profit()) / 4);
        features[1] = (float) (StrictMath.log1p(found.offer().spent()) / 10);
        features[2] = (float) (StrictMath.log1p(found.offer().gas()) / 4);
        features[3] = (float) StrictMath.log1p(size);
        features[4] = (float) (StrictMath.log1p(tipped) / 2);
        features[5] = found.atomic() ? 1 : 0;
        features[OWN + found.route()] = (float) Math.signum(found.trade());
        return features;
    }

    private static double within(ActionSpec actions, int component, double value) {
        ActionComponent.Continuous range =
                (ActionComponent.Continuous) actions.components().get(component);
        return Math.clamp(value, range.low(), range.high());
    }
}
