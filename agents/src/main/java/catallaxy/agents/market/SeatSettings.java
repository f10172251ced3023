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
     * @param residual   the learner's number is added to the base, at most so large a share of half the component's range; 0
     *                   where it replaces it. Silver et al. 2018, https://arxiv.org/abs/1812.06298
     * @param base       what it is added to, and what holds for the components that it does not choose
     * @param deadBand   smaller corrections, as a share of the largest, are none
     * @param levels     shares of the learner's range, ascending in [0, 1], of which it chooses one; none for any number
     */
    public record Actions(List<String> components, double residual, Base base, double deadBand, List<Double> levels) {
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

        /** Whether it corrects the advisor or chooses among levels: then there is nothing for it to imitate. */
        public boolean beginsAtAdvice() {
            return residual > 0 || !levels.isEmpty();
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

    /** What a learner's corrections are added to. */
    public enum Base {
        /** The advisor's action. */
        ADVICE,
        /** What there is: the feature that has the component's name, such as a weight or a scale; else the neutral value. */
        STANDING
    }

    /** How a seat's trading is valued; see {@link Reward}. */
    public enum Basis {
        /** By the change of equity at the marks: the role's own reward. */
        EQUITY,
        /** Less the change in worth of what the seat held at the start of the episode. */
        OVER_HOLDING,
        /** What was traded since the epoch before, at the world's price now. */
        TRADES
    }

    /**
     * {@code scale (x + r − ΔE + γ Φ(s') − Φ(s))}: r the role's reward, ΔE the change of equity in it, and x
     *
     * <pre>
     *   equity         ΔE
     *   over-holding   ΔE − Σ h₀ Δm + D   h₀ held at the start, m the mark of each asset
     *   trades         Σ Δh W + D         Δh the change in what is held, W the world's price
     * </pre>
     *
     * <p>of the seat, or of the seats that it supervises, and D of these the growth of the maximum drawdowns that h₀ alone would
     * have, which the role's penalty is then counted from. What the second leaves out does not depend on the actions as long as
     * they do not move the marks. What the third leaves out is, up to the difference of mark and world's price at the end,
     * {@code Σ h ΔW}: of mean zero whatever the actions, as long as the world's prices are martingales, and nearly all of the
     * variance. It values holdings at nothing, so that it teaches no one to hold what rises. The potential
     * {@code Φ = −w q²} of a market maker's inventory q changes no policy's rank: Ng, Harada and Russell 1999.
     *
     * @param scale              of the whole
     * @param basis              how trading is valued
     * @param inventoryPotential w, quote units per base unit²
     * @param potentialDiscount  γ of the potential; the learner's own
     */
    public record Reward(double scale, Basis basis, double inventoryPotential, double potentialDiscount) {
        public Reward {
            Checks.inRange("reward-scale", scale, 1e-12, 1e12);
            Checks.inRange("inventoryPotential", inventoryPotential, 0, 1e12);
            Checks.inRange("potentialDiscount", potentialDiscount, 0, 1);
        }
    }

    /** Plain: the role's own actions and reward, nothing of the advisor. */
    public static SeatSettings plain() {
        return new SeatSettings(
                new Actions(List.of(), 0, Base.ADVICE, 0, List.of()),
                new Limits(1, 0, 0),
                new Reward(1, Basis.EQUITY, 0, 0.99),
                false,
                Cloning.Config.none());
    }
}
