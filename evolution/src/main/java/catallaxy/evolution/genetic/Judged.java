package catallaxy.evolution.genetic;

import catallaxy.evolution.fitness.Fitness;

/** A fitness in the order of costs, in which the invalid come last. */
record Judged(Fitness fitness) implements Comparable<Judged> {
    @Override
    public int compareTo(Judged other) {
        return Double.compare(fitness.cost(), other.fitness.cost());
    }
}
