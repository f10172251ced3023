package catallaxy.evolution.raising;

import catallaxy.environment.base.random.RandomStream;
import catallaxy.evolution.space.Parameter;
import catallaxy.evolution.space.ParameterSpace;

/**
 * How settings change when they are copied. Numbers are multiplied by 1 − p or 1 + p as often, and stay between their ends: 0 stays
 * 0. Whole numbers move by one where that is farther. Words of a choice change for a word beside them.
 *
 * @param perturb  p, in [0, 1); 0 to change nothing
 * @param resample probability that a setting is drawn anew instead
 */
record Exploration(double perturb, double resample) {
    /** Another point. */
    double[] of(double[] point, ParameterSpace space, RandomStream random) {
        double[] moved = point.clone();
        for (int i = 0; i < moved.length; i++) {
            if (random.nextBoolean(resample)) {
                moved[i] = random.nextDouble();
            } else if (perturb > 0) {
                moved[i] = moved(space.parameters().get(i), moved[i], random.nextBoolean(0.5) ? 1 : -1);
            }
        }
        return moved;
    }

    private double moved(Parameter parameter, double place, int direction) {
        double number = parameter.number(place);
        double factor = 1 + direction * perturb;
        return switch (parameter) {
            case Parameter.Real real -> real.place(number * factor);
            case Parameter.Whole whole -> {
                double far = Math.max(1, Math.abs(Math.rint(number * factor) - number));
                yield whole.place(Math.clamp(number + direction * far, (double) whole.low(), (double) whole.high()));
            }
            case Parameter.Choice choice ->
                choice.place(Math.clamp(number + direction, 0.0, choice.words().size() - 1.0));
        };
    }
}
