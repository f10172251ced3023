package catallaxy.agents.model;

/** Counts the errors of a model and of its naive rule on the same examples. Mutable, one owner. */
final class ScoreTally {
    private long examples;
    private double error;
    private double naiveError;
    private long bounded;
    private long covered;

    void add(Prediction predicted, double naive, double target) {
        examples++;
        error += Math.abs(predicted.value() - target);
        naiveError += Math.abs(naive - target);
        if (predicted.isBounded()) {
            bounded++;
            covered += predicted.covers(target) ? 1 : 0;
        }
    }

    void add(ScoreTally other) {
        examples += other.examples;
        error += other.error;
        naiveError += other.naiveError;
        bounded += other.bounded;
        covered += other.covered;
    }

    ScoreTally copy() {
        ScoreTally copy = new ScoreTally();
        copy.add(this);
        return copy;
    }

    ModelScore score(String group) {
        return new ModelScore(
                group, examples, error / examples, naiveError / examples, bounded, (double) covered / bounded);
    }
}
