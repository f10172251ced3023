package catallaxy.evolution.genetic;

import catallaxy.environment.base.random.RandomStream;
import catallaxy.evolution.fitness.VectorBox;
import catallaxy.evolution.search.Solution;
import io.jenetics.Alterer;
import io.jenetics.DoubleChromosome;
import io.jenetics.DoubleGene;
import io.jenetics.Genotype;
import io.jenetics.Optimize;
import io.jenetics.Phenotype;
import io.jenetics.Selector;
import io.jenetics.util.ISeq;
import io.jenetics.util.RandomRegistry;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Makes offspring: selection, crossover and mutation are the library's, driven by hand on one thread with the search's own random
 * numbers. The library's engine is not used: it evaluates by itself, never evaluates survivors again, and repeats on one thread only.
 */
final class Breeder {
    /** Stands for infinity, which the library's ranges do not take. */
    private static final double FAR = 1e100;

    private final VectorBox box;
    private final Selector<DoubleGene, Judged> selector;
    private final Alterer<DoubleGene, Judged> alterer;
    private final RandomStream random;

    Breeder(VectorBox box, GeneticKind.Settings settings, RandomStream random) {
        this.box = box;
        this.random = random;
        selector = new ValidTournament(settings.tournament(), random);
        double[] deviations = Arrays.stream(box.scale())
                .map(scale -> settings.mutationScale() * scale)
                .toArray();
        double share = Math.max(settings.mutation(), 1.0 / box.size());
        alterer = settings.crossover().alterer(settings.mating()).andThen(new GaussianStep(share, deviations, random));
    }

    RandomStream random() {
        return random;
    }

    /** Offspring of the valid ones of a population; vectors drawn at random where nobody is valid. */
    List<double[]> offspring(List<Solution<double[]>> population, int count, long generation) {
        if (population.stream().noneMatch(each -> each.fitness().valid())) {
            List<double[]> drawn = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                drawn.add(box.random(random));
            }
            return drawn;
        }
        ISeq<Phenotype<DoubleGene, Judged>> parents = population.stream()
                .map(each -> Phenotype.of(genotype(each.candidate()), generation, new Judged(each.fitness())))
                .collect(ISeq.toISeq());
        ISeq<Phenotype<DoubleGene, Judged>> children = RandomRegistry.with(() -> random.nextLong())
                .call(() -> alterer.alter(selector.select(parents, count, Optimize.MINIMUM), generation)
                        .population());
        return children.stream().map(this::vector).toList();
    }

    private Genotype<DoubleGene> genotype(double[] vector) {
        DoubleGene[] genes = new DoubleGene[vector.length];
        for (int i = 0; i < genes.length; i++) {
            double low = Math.max(-FAR, box.low()[i]);
            double high = Math.min(FAR, box.high()[i]);
            genes[i] = DoubleGene.of(vector[i], low, high);
        }
        return Genotype.of(DoubleChromosome.of(genes));
    }

    /** Crossover may leave the box by a rounding. */
    private double[] vector(Phenotype<DoubleGene, Judged> phenotype) {
        double[] vector =
                phenotype.genotype().chromosome().as(DoubleChromosome.class).toArray();
        box.clamp(vector);
        return vector;
    }
}
