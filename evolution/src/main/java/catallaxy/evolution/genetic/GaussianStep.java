package catallaxy.evolution.genetic;

import catallaxy.environment.base.random.RandomStream;
import io.jenetics.Alterer;
import io.jenetics.AltererResult;
import io.jenetics.Chromosome;
import io.jenetics.DoubleGene;
import io.jenetics.Genotype;
import io.jenetics.Phenotype;
import io.jenetics.util.ISeq;
import io.jenetics.util.MSeq;
import io.jenetics.util.Seq;

/**
 * Mutation by a normal step from where a gene is, at least one gene of each individual, so that nobody is tried a second time for
 * nothing; what leaves its bounds stops there. The library's {@code GaussianMutator} draws around the middle of the range, wherever
 * the gene is.
 */
final class GaussianStep implements Alterer<DoubleGene, Judged> {
    private final double share;
    private final double[] deviations;
    private final RandomStream random;

    /**
     * A mutator.
     *
     * @param share      of the genes that mutate
     * @param deviations {@code [N]}, of a gene's step
     */
    GaussianStep(double share, double[] deviations, RandomStream random) {
        this.share = share;
        this.deviations = deviations.clone();
        this.random = random;
    }

    @Override
    public AltererResult<DoubleGene, Judged> alter(Seq<Phenotype<DoubleGene, Judged>> population, long generation) {
        ISeq<Phenotype<DoubleGene, Judged>> mutated =
                population.stream().map(each -> mutated(each, generation)).collect(ISeq.toISeq());
        return new AltererResult<>(mutated, mutated.length());
    }

    private Phenotype<DoubleGene, Judged> mutated(Phenotype<DoubleGene, Judged> individual, long generation) {
        Chromosome<DoubleGene> chromosome = individual.genotype().chromosome();
        MSeq<DoubleGene> genes = MSeq.of(chromosome);
        int certain = random.nextInt(genes.length());
        for (int i = 0; i < genes.length(); i++) {
            boolean drawn = random.nextBoolean(share);
            if (drawn || i == certain) {
                DoubleGene gene = genes.get(i);
                double moved = gene.doubleValue() + deviations[i] * random.nextGaussian();
                genes.set(i, gene.newInstance(Math.min(gene.max(), Math.max(gene.min(), moved))));
            }
        }
        return Phenotype.of(Genotype.of(chromosome.newInstance(genes.toISeq())), generation);
    }
}
