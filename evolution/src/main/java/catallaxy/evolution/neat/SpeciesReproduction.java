package catallaxy.evolution.neat;

import catallaxy.environment.base.random.RandomStream;
import catallaxy.evolution.search.Solution;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Offspring of species, as many as their shared fitness earns: {@code n_k ∝ Σ_{i∈k} f_i / |k|}, the mean fitness of the species.
 * Here {@code f_i} is by how much the genome is better than the worst valid one of the population, so that costs may have any sign.
 */
final class SpeciesReproduction {
    private final ReproductionSettings settings;
    private final GenomeMutation mutation;
    private final GenomeCrossover crossover;
    private final Innovations innovations;
    private final RandomStream random;

    /** Of one generation. */
    SpeciesReproduction(NeatSettings settings, Innovations innovations, RandomStream random) {
        this.settings = settings.reproduction();
        this.innovations = innovations;
        this.random = random;
        mutation = settings.mutation();
        crossover = new GenomeCrossover(this.settings.average(), this.settings.disabled());
    }

    /** So many offspring of these species, each of which has a valid member. */
    List<Genome> offspring(List<Species> species, int count) {
        List<List<Solution<Genome>>> parents =
                species.stream().map(this::parents).toList();
        int[] quotas = quotas(species, count);
        List<Genome> offspring = new ArrayList<>();
        for (int k = 0; k < quotas.length; k++) {
            for (int i = 0; i < quotas[k]; i++) {
                offspring.add(offspring(k, parents));
            }
        }
        return offspring;
    }

    private List<Solution<Genome>> parents(Species species) {
        List<Solution<Genome>> ranked = species.ranked();
        return ranked.subList(0, (int) Math.ceil(settings.survival() * ranked.size()));
    }

    /** How many offspring each has, by largest remainders. */
    static int[] quotas(List<Species> species, int count) {
        double[] earned = shared(species);
        double total = 0;
        for (double each : earned) {
            total += each;
        }
        int[] quotas = new int[earned.length];
        int left = count;
        List<Integer> byRemainder = new ArrayList<>();
        for (int k = 0; k < quotas.length; k++) {
            earned[k] = total > 0 ? earned[k] / total * count : (double) count / quotas.length;
            quotas[k] = (int) earned[k];
            left -= quotas[k];
            byRemainder.add(k);
        }
        byRemainder.sort(Comparator.comparingDouble(k -> quotas[k] - earned[k]));
        for (int i = 0; i < left; i++) {
            quotas[byRemainder.get(i)]++;
        }
        return quotas;
    }

    /** Mean fitness of each species; the invalid have none. */
    private static double[] shared(List<Species> species) {
        double worst = Double.NEGATIVE_INFINITY;
        for (Species each : species) {
            worst = Math.max(worst, each.ranked().getLast().fitness().cost());
        }
        double[] shared = new double[species.size()];
        for (int k = 0; k < shared.length; k++) {
            for (Solution<Genome> member : species.get(k).ranked()) {
                shared[k] += (worst - member.fitness().cost())
                        / species.get(k).members().size();
            }
        }
        return shared;
    }

    private Genome offspring(int home, List<List<Solution<Genome>>> parents) {
        Solution<Genome> first = any(parents.get(home));
        if (!random.nextBoolean(settings.crossover())) {
            return mutation.mutant(first.candidate(), innovations, random);
        }
        boolean abroad = random.nextBoolean(settings.interspecies());
        Solution<Genome> second = any(parents.get(abroad ? random.nextInt(parents.size()) : home));
        boolean fitter = Species.BY_COST.compare(first, second) <= 0;
        Genome crossed = crossover.offspring(
                (fitter ? first : second).candidate(), (fitter ? second : first).candidate(), random);
        return random.nextBoolean(settings.crossoverOnly()) ? crossed : mutation.mutant(crossed, innovations, random);
    }

    private <T> T any(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}
