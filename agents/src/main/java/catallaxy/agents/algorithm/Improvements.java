package catallaxy.agents.algorithm;

import catallaxy.environment.base.check.Checks;

/**
 * The six things that {@link Rainbow} adds to a deep Q-network, each of which can be switched off. "Paper" is Hessel et al. 2018,
 * table 1.
 *
 * @param doubleQ      whether the online network chooses the next action; true (paper)
 * @param duelling     whether value and advantages have separate heads; true (paper)
 * @param steps        n, of one transition; 3 (paper), 1 to switch off
 * @param distribution of returns, instead of their mean
 * @param noise        in the heads, instead of random actions
 * @param priority     of surprising transitions
 */
public record Improvements(
        boolean doubleQ, boolean duelling, int steps, Distribution distribution, Noise noise, Priority priority) {
    /** Checks the steps; the error names the field. */
    public Improvements {
        Settings.positive("steps", steps);
    }

    /**
     * Distribution of returns.
     *
     * @param distributional whether it is learned; true (paper)
     * @param atoms          of the distribution; 51 (paper)
     * @param vMin           its smallest return; −10 (paper)
     * @param vMax           its largest return; 10 (paper)
     */
    public record Distribution(boolean distributional, int atoms, double vMin, double vMax) {
        /** Checks each; the error names the field. */
        public Distribution {
            Checks.inRange("atoms", atoms, 2, 100_000);
            Settings.positive("vMax", vMax - vMin);
        }
    }

    /**
     * Noise in the heads.
     *
     * @param noisy      whether it explores; true (paper)
     * @param noiseSigma σ₀; 0.5 (paper)
     */
    public record Noise(boolean noisy, double noiseSigma) {
        /** Checks its size; the error names the field. */
        public Noise {
            Settings.notNegative("noiseSigma", noiseSigma);
        }
    }

    /**
     * Which transitions are drawn.
     *
     * @param prioritised        whether surprising ones are drawn more often; true (paper)
     * @param priorityExponent   ω; 0.5 (paper)
     * @param importanceExponent β at first, 1 at the end of the run; 0.4 (paper)
     */
    public record Priority(boolean prioritised, double priorityExponent, double importanceExponent) {
        /** Checks both; the error names the field. */
        public Priority {
            Settings.notNegative("priorityExponent", priorityExponent);
            Settings.share("importanceExponent", importanceExponent);
        }
    }

    boolean distributional() {
        return distribution.distributional();
    }

    /** Numbers of the network for each choice. */
    int numbers() {
        return distributional() ? distribution.atoms() : 1;
    }

    ReturnSupport support() {
        return new ReturnSupport(distribution.vMin(), distribution.vMax(), distribution.atoms());
    }
}
