package catallaxy.evolution.fitness;

import catallaxy.environment.base.check.Checks;
import java.util.List;

/**
 * All that candidates are judged by, in order. Searches see costs only, of which less is better; results are in the objectives' own
 * direction.
 *
 * @param all at least one
 */
public record Objectives(List<Objective> all) {
    /** Checks that there is one. */
    public Objectives {
        all = Checks.elements("all", "an objective", all);
        Checks.that(!all.isEmpty(), "all", "at least one objective", 0);
    }

    /** These, in order. */
    public static Objectives of(Objective... all) {
        return new Objectives(List.of(all));
    }

    /** {@code M}, how many there are. */
    public int size() {
        return all.size();
    }

    /** Their names, in order. */
    public List<String> names() {
        return all.stream().map(Objective::name).toList();
    }

    /**
     * Values as costs, or costs as values.
     *
     * @param values {@code [M]}
     * @return {@code [M]}, new
     */
    public double[] turned(double[] values) {
        double[] turned = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            turned[i] = all.get(i).turned(values[i]);
        }
        return turned;
    }
}
