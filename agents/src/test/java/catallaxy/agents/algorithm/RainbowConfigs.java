package catallaxy.agents.algorithm;

import java.util.List;

/** Settings of Rainbow for tests. */
final class RainbowConfigs {
    static final int ATOMS = 21;
    static final double LOW = -2;
    static final double HIGH = 2;

    /** The six improvements. */
    record Switches(
            boolean doubleQ, boolean duelling, boolean prioritised, int steps, boolean distributional, boolean noisy) {
        static final Switches ALL = new Switches(true, true, true, 3, true, true);
    }

    private RainbowConfigs() {}

    /** Everything on, for small problems. */
    static Rainbow.Config small(double learningRate) {
        return small(learningRate, Switches.ALL);
    }

    static Rainbow.Config small(double learningRate, Switches on) {
        return config(on, List.of(32), learningRate, 2000, 200, 32, 100);
    }

    /** One transition of memory, no target updates. */
    static Rainbow.Config plain(boolean doubleQ, boolean distributional) {
        Switches on = new Switches(doubleQ, false, false, 1, distributional, false);
        return config(on, List.of(16), 1e-2, 1, 1, 2, 1_000_000);
    }

    private static Rainbow.Config config(
            Switches on, List<Integer> hidden, double learningRate, int buffer, int starts, int batch, int interval) {
        return new Rainbow.Config(
                hidden,
                new Improvements(
                        on.doubleQ(),
                        on.duelling(),
                        on.steps(),
                        new Improvements.Distribution(on.distributional(), ATOMS, LOW, HIGH),
                        new Improvements.Noise(on.noisy(), 0.5),
                        new Improvements.Priority(on.prioritised(), 0.5, 0.4)),
                1e-8,
                new ValueSettings(
                        new ReplaySettings(buffer, starts, batch, 0.9, buffer == 1 ? 1 : 2, 1, 1),
                        new ExplorationRate(1, buffer == 1 ? 0.5 : 0.1, 0.5),
                        new Descent(learningRate, false, 10),
                        interval,
                        false));
    }
}
