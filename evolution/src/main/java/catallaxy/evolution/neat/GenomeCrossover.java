package catallaxy.evolution.neat;

import catallaxy.environment.base.random.RandomStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Crossover along historical markings: weights of matching genes come from either parent, genes that one parent alone has come from the
 * fitter. A gene that is disabled in a parent is so in the offspring, mostly.
 *
 * @param average  probability that weights of matching genes are averaged instead
 * @param disabled probability that a gene is disabled that is so in a parent
 */
record GenomeCrossover(double average, double disabled) {
    /** An offspring, which has the fitter parent's structure. */
    Genome offspring(Genome fitter, Genome other, RandomStream random) {
        boolean averaged = random.nextBoolean(average);
        List<ConnectionGene> genes = new ArrayList<>();
        List<ConnectionGene> others = other.connections();
        int at = 0;
        for (ConnectionGene gene : fitter.connections()) {
            while (at < others.size() && others.get(at).innovation() < gene.innovation()) {
                at++;
            }
            boolean matching = at < others.size() && others.get(at).innovation() == gene.innovation();
            genes.add(inherited(gene, matching ? others.get(at) : gene, averaged, random));
        }
        return fitter.with(genes);
    }

    private ConnectionGene inherited(ConnectionGene gene, ConnectionGene match, boolean averaged, RandomStream random) {
        double chosen = random.nextBoolean(0.5) ? gene.weight() : match.weight();
        double weight = averaged ? gene.weight() + (match.weight() - gene.weight()) / 2 : chosen;
        boolean enabled = (gene.enabled() && match.enabled()) || !random.nextBoolean(disabled);
        return gene.weighing(weight).enabled(enabled);
    }
}
