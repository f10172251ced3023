package catallaxy.agents.market;

import catallaxy.environment.market.kernel.Checks;
import java.util.List;

/**
 * How a learner takes a seat, whatever the algorithm: each part may be used without the others. The advisor is the policy
 * that the scenario names for the seat, as a rule a closed form.
 *
 * @param actions       which numbers it chooses, and how
 * @param limits        where risk limits forbid actions
 * @param reward        what it is rewarded with
 * @param observeAdvice whether what the advisor would do is among the features
 * @param cloning       how it imitates the advisor before it learns
 */
public record SeatSettings(
        Actions actions, Limits limits, Reward reward, boolean observeAdvice, Cloning.Config cloning) {
    /**
     * Which components of the role's action the learner chooses; the others are the advisor's.
     *
     * @param components names, in any order; all where there are none
     * @param residual   the learner's number is added to the advisor's, at most so large a share of half the component's
     *                   range; 0 where it replaces the advisor's. Silver et al. 2018, https://arxiv.org/abs/1812.06298
     * @param deadBand   smaller corrections, as a share of the largest, are none
     * @param levels     shares of the learner's range, ascending in [0, 1], of which it chooses one; none for any number
     */
    public record Actions(List<String> components, double residual, double deadBand, List<Double> levels) {
        public Actions {
            components = List.copyOf(components);
            levels = List.copyOf(levels);
            Checks.inRange("residual", residual, 0, 2);
            Checks.inRange("deadBand", deadBand, 0, 0.99);
            double before = -1;
            for (double level : levels) {
                Checks.inRange("levels", level, 0, 1);
                Checks.that(level > before, "levels", "ascending numbers", levels);
                before = level;
            }
            Checks.that(levels.size() != 1, "levels", "none, or two and more", levels);
        }
    }

    /**
     * Masks from risk limits.
     *
     * @param inventoryShare of the largest inventory, from which a market maker does not quote the side that adds to it
     * @param minScale       smallest scale that a risk manager may set an agent to
     * @param haltDrawdown   drawdown from which it may set any, 0 included
     */
    public record Limits(double inventoryShare, double minScale, double haltDrawdown) {
        public Limits {
            Checks.inRange("inventoryShare", inventoryShare, 0, 1);
            Checks.inRange("minScale", minScale, 0, 1);
            Checks.inRange("haltDrawdown", haltDrawdown, 0, 1);
        }
    }

    /**
     * {@code scale (r − Δh) + γ Φ(s') − Φ(s)}: r the role's reward; Δh the change in worth of what the seat (or the seats that
     * it supervises) held at the start, where that is taken off; {@code Φ = −w q²} of a market maker's inventory q. The first
     * leaves the order of policies as it is as long as their trading does not move the marks, and takes away most of the
     * variance; the potential leaves it as it is in any case: Ng, Harada and Russell 1999.
     *
     * @param scale              of the whole
     * @param overHolding        whether Δh is taken off
     * @param inventoryPotential w, quote units per base unit²
     * @param potentialDiscount  γ of the potential; the learner's own
     */
    public record Reward(double scale, boolean overHolding, double inventoryPotential, double potentialDiscount) {
        public Reward {
            Checks.inRange("scale", scale, 1e-12, 1e12);
            Checks.inRange("inventoryPotential", inventoryPotential, 0, 1e12);
            Checks.inRange("potentialDiscount", potentialDiscount, 0, 1);
        }
    }

    /** Plain: the role's own actions and reward, nothing of the advisor. */
    public static SeatSettings plain() {
        return new SeatSettings(
                new Actions(List.of(), 0, 0, List.of()),
                new Limits(1, 0, 0),
                new Reward(1, false, 0, 0.99),
                false,
                Cloning.Config.none());
    }
}
