package catallaxy.environment.market.world;

import catallaxy.environment.base.check.Checks;

/**
 * The jumps of one simulated asset: log-sizes {@code Y ~ N(mean, std²)} at Poisson times.
 * The asset's own jumps come at {@code intensityPerYear}; in a common jump of the world
 * ({@link WorldSpec#commonJumpsPerYear}) it takes part with {@code commonProbability}, and all that take part share
 * one standard normal draw: {@code Y_i = mean_i + std_i Z}. The regime multiplies both intensities.
 *
 * @param intensityPerYear λ of the asset's own jumps, in [0, 1e6]
 * @param meanLogJump in [−5, 5]
 * @param stdLogJump in [0, 5]
 * @param commonProbability in [0, 1]
 * @param compensated whether the drift is lowered by {@code λκ}, {@code κ = e^(mean + std²/2) − 1}, so that jumps
 *     leave the expected growth at {@code driftPerYear}
 */
public record JumpSpec(
        double intensityPerYear, double meanLogJump, double stdLogJump, double commonProbability, boolean compensated) {
    /** No jump ever. */
    public static final JumpSpec NONE = new JumpSpec(0, 0, 0, 0, true);

    public JumpSpec {
        Checks.inRange("intensityPerYear", intensityPerYear, 0.0, 1e6);
        Checks.inRange("meanLogJump", meanLogJump, -5.0, 5.0);
        Checks.inRange("stdLogJump", stdLogJump, 0.0, 5.0);
        Checks.inRange("commonProbability", commonProbability, 0.0, 1.0);
    }

    /** Compensated jumps of the asset alone. */
    public JumpSpec(double intensityPerYear, double meanLogJump, double stdLogJump) {
        this(intensityPerYear, meanLogJump, stdLogJump, 0, true);
    }

    /** κ, the expected relative change of the price in one jump. */
    public double meanRelativeJump() {
        return StrictMath.expm1(meanLogJump + 0.5 * stdLogJump * stdLogJump);
    }

    /** E[Y²], the quadratic variation of the log-price that one jump adds on average. */
    public double meanSquaredLogJump() {
        return meanLogJump * meanLogJump + stdLogJump * stdLogJump;
    }
}
