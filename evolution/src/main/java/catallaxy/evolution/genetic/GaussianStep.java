package catallaxy.evolution.genetic;

import io.jenetics.Chromosome;
import io.jenetics.DoubleGene;
import io.jenetics.Mutator;
import io.jenetics.MutatorResult;
import io.jenetics.util.MSeq;
import java.util.random.RandomGenerator;

/**
 * Mutation by a normal step from where a gene is, at least one gene of each individual, so that nobody is tried a second time for
 * nothing; what leaves its bounds stops there. The library's {@code GaussianMutator} draws around the middle of the range, wherever
 * the gene is.
 */
final class GaussianStep extends Mutator<DoubleGene, Judged> {
    private final double share;
    private final double[] deviations;

    /**
     * A mutator.
     *
     * @param share      of the genes that mutate
     * @param deviations {@code [N]}, of a gene's step
     */
    GaussianStep(double share, double[] deviations) {
        super(1);
        this.share = share;
        this.deviations = deviations.clone();
    }

    @Override
    protected MutatorResult<Chromosome<DoubleGene>> mutate(
            Chromosome<DoubleGene> chromosome, double everybody, RandomGenerator random) {
        MSeq<DoubleGene> genes = MSeq.of(chromosome);
        int certain = random.nextInt(genes.length());
        int mutations = 0;
        for (int i = 0; i < genes.length(); i++) {
            boolean drawn = random.nextDouble() < share;
            if (drawn || i == certain) {
                DoubleGene gene = genes.get(i);
                double moved = gene.doubleValue() + deviations[i] * random.nextGaussian();
                genes.set(i, gene.newInstance(Math.min(gene.max(), Math.max(gene.min(), moved))));
                mutations++;
            }
        }
        return new MutatorResult<>(chromosome.newInstance(genes.toISeq()), mutations);
    }
}
