package catallaxy.agents.seat;

import catallaxy.environment.api.setting.Key;
import catallaxy.environment.base.check.Checks;
import java.util.List;
import java.util.OptionalDouble;

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
     * @param frames     time frames, ascending numbers of epochs: with each level it chooses one, over which a trader's trade is
     *                   worked in equal parts. Only [1] for other roles, with a residual, or without levels
     */
    public record Actions(
            List<String> components,
            double residual,
            @Key("residual-base") Base base,
            double deadBand,
            List<Double> levels,
            List<Integer> frames) {
        private static final int LONGEST_FRAME = 1_000_000;

        public Actions {
            components = List.copyOf(components);
            levels = List.copyOf(levels);
            frames = List.copyOf(frames);
            requireFrames(frames);
            boolean oneEpoch = frames.equals(List.of(1));
            Checks.that(oneEpoch || !levels.isEmpty(), "frames", "[1] without levels", frames);
            Checks.that(oneEpoch || residual == 0, "frames", "[1] with a residual", frames);
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

        private static void requireFrames(List<Integer> frames) {
            Checks.that(!frames.isEmpty(), "frames", "at least one", "none");
            int before = 0;
            for (int frame : frames) {
                Checks.inRange("frames", frame, 1, LONGEST_FRAME);
                Checks.that(frame > before, "frames", "ascending numbers", frames);
                before = frame;
            }
        }

        /** Whether it corrects the advisor or chooses among levels: then there is nothing for it to imitate. */
        public boolean beginsAtAdvice() {
            return residual > 0 || !levels.isEmpty();
        }
    }

    /**
     * Limits within which actions are kept, and which mask those that lie outside: {@link SeatLimits}.
     *
     * @param inventoryShare of the largest inventory, from which a market maker does not quote the side that adds to it
     * @param minScale       smallest scale that a risk manager may set an agent to
     * @param haltDrawdown   drawdown from which it may set any, 0 included
     * @param kellyCap       multiple of the growth-optimal weight of an asset beyond which a portfolio does not buy; none for no
     *                       cap. The seat's own policy has to know that weight
     * @param noArbitrageBps distance from prices elsewhere, basis points; none for no limit. A market maker does not bid further
     *                       above the mean price of the pair's other venues, nor ask further below; an arbitrageur trades a route
     *                       only where prices after fees differ by at least so much
     */
    public record Limits(
            double inventoryShare,
            double minScale,
            double haltDrawdown,
            OptionalDouble kellyCap,
            OptionalDouble noArbitrageBps) {
        public Limits {
            Checks.inRange("inventoryShare", inventoryShare, 0, 1);
            Checks.inRange("minScale", minScale, 0, 1);
            Checks.inRange("haltDrawdown", haltDrawdown, 0, 1);
            Checks.inRange("kellyCap", kellyCap.orElse(0), 0, 100);
            Checks.inRange("noArbitrageBps", noArbitrageBps.orElse(0), 0, 10_000);
        }

        /** Limits that limit nothing. */
        public static Limits none() {
            return new Limits(1, 0, 0, OptionalDouble.empty(), OptionalDouble.empty());
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
        /** By the change of equity at the world's prices: the role's own reward. */
        EQUITY,
        /** Less the change in worth of what the seat held at the start of the episode. */
        OVER_HOLDING,
        /** What was traded since the epoch before, at the world's price now. */
        TRADES
    }

    /**
     * {@code scale (ρ(x + r − ΔE) + γ Φ(s') − Φ(s))}: r the role's reward, ΔE the change of equity in it, and x
     *
     * <pre>
     *   equity         ΔE
     *   over-holding   ΔE − Σ h₀ ΔW + D   h₀ held at the start, W the world's price
     *   trades         Σ Δh W + D         Δh the change in what is held
     * </pre>
     *
     * <p>of the seat, or of the seats that it supervises, and D of these the growth of the maximum drawdowns that h₀ alone would
     * have, which the role's penalty is then counted from. What the second leaves out does not depend on the actions. What the third
     * leaves out is {@code Σ h ΔW}: of mean zero whatever the actions, as long as the world's prices are martingales, and nearly all of the
     * variance. It values holdings at nothing, so that it teaches no one to hold what rises. The potential
     * {@code Φ = −w q²} of a market maker's inventory q changes no policy's rank: Ng, Harada and Russell 1999. ρ adjusts for
     * {@link Risk}.
     *
     * @param scale              of the whole
     * @param basis              how trading is valued
     * @param risk               how the rewards are adjusted for risk
     * @param inventoryPotential w, quote units per base unit²
     * @param potentialDiscount  γ of the potential; the learner's own
     */
    public record Reward(
            @Key("reward-scale") double scale,
            @Key("reward-basis") Basis basis,
            Risk risk,
            double inventoryPotential,
            double potentialDiscount) {
        public Reward {
            Checks.inRange("scale", scale, 1e-12, 1e12);
            Checks.inRange("inventoryPotential", inventoryPotential, 0, 1e12);
            Checks.inRange("potentialDiscount", potentialDiscount, 0, 1);
        }
    }

    /** How the gain of an epoch is adjusted for risk. */
    public sealed interface Risk {
        /** Not at all: {@code ρ(g) = g}. */
        record Neutral() implements Risk {}

        /**
         * {@code ρ(g) = g − (a / 2) (ΔE)² / E}, E the equity at the start of the epoch and ΔE its change, whatever the basis:
         * what an investor of relative risk aversion a would give for the gain, to second order; with a = 1 the growth of
         * wealth.
         *
         * @param aversion a, at least 0
         */
        record Variance(@Key("risk-aversion") double aversion) implements Risk {
            public Variance {
                Checks.inRange("aversion", aversion, 0, 1e6);
            }
        }

        /**
         * The differential Sharpe ratio, by how much the return {@code R = g / E} of an epoch raises the ratio of the mean to the
         * deviation of returns so far, dimensionless: Moody and Saffell 2001, "Learning to trade via direct reinforcement",
         * https://doi.org/10.1109/72.935097, eq. 14.
         *
         * <pre>
         *   ρ = (B ΔA − A ΔB / 2) / (B − A²)^{3/2},   ΔA = R − A,   ΔB = R² − B,   then A ← A + η ΔA and B alike
         * </pre>
         *
         * <p>A and B begin anew in each episode as the means of its returns so far and have the weight η from 1/η returns on; until
         * then ρ is 0, as it is where returns do not vary.
         *
         * @param decay η in (0, 1)
         */
        record DifferentialSharpe(@Key("sharpe-decay") double decay) implements Risk {
            public DifferentialSharpe {
                Checks.inRange("decay", decay, 1e-6, 0.5);
            }
        }
    }

    /** Plain: the role's own actions and reward, nothing of the advisor. */
    public static SeatSettings plain() {
        return new SeatSettings(
                new Actions(List.of(), 0, Base.ADVICE, 0, List.of(), List.of(1)),
                Limits.none(),
                new Reward(1, Basis.EQUITY, new Risk.Neutral(), 0, 0.99),
                false,
                Cloning.Config.none());
    }
}
