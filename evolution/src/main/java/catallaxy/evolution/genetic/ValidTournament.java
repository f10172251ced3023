package catallaxy.evolution.genetic;

import catallaxy.environment.base.random.RandomStream;
import io.jenetics.DoubleGene;
import io.jenetics.Optimize;
import io.jenetics.Phenotype;
import io.jenetics.Selector;
import io.jenetics.util.ISeq;
import io.jenetics.util.Seq;
import java.util.List;

/**
 * Tournaments among the valid: of so many drawn with replacement, the best one breeds. The library's own selectors compare whatever
 * fitness there is, and take one that is not a number for the best where more is better.
 *
 * @param size   of a tournament, positive
 * @param random draws who meets
 */
record ValidTournament(int size, RandomStream random) implements Selector<DoubleGene, Judged> {
    /**
     * Draws so many parents.
     *
     * @throws IllegalArgumentException if nobody is valid
     */
    @Override
    public ISeq<Phenotype<DoubleGene, Judged>> select(
            Seq<Phenotype<DoubleGene, Judged>> population, int count, Optimize optimize) {
        List<Phenotype<DoubleGene, Judged>> valid = population.stream()
                .filter(each -> each.fitness().fitness().valid())
                .toList();
        if (valid.isEmpty()) {
            throw new IllegalArgumentException("nobody of " + population.length() + " is valid");
        }
        return ISeq.of(() -> winner(valid, optimize), count);
    }

    private Phenotype<DoubleGene, Judged> winner(List<Phenotype<DoubleGene, Judged>> valid, Optimize optimize) {
        Phenotype<DoubleGene, Judged> best = valid.get(random.nextInt(valid.size()));
        for (int i = 1; i < size; i++) {
            best = optimize.best(best, valid.get(random.nextInt(valid.size())));
        }
        return best;
    }
}
