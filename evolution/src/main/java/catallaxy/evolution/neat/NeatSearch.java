package catallaxy.evolution.neat;

import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import catallaxy.evolution.fitness.Fitness;
import catallaxy.evolution.neat.NodeGene.Role;
import catallaxy.evolution.search.Discoveries;
import catallaxy.evolution.search.Search;
import catallaxy.evolution.search.SearchContext;
import catallaxy.evolution.search.Solution;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The algorithm NEAT, NeuroEvolution of Augmenting Topologies: Stanley and Miikkulainen 2002,
 * https://doi.org/10.1162/106365602320169811.
 *
 * <p>Evolution begins with networks without hidden nodes and grows them by mutation. A generation falls into species by the distance of
 * genomes, {@code δ = c₁ E / N + c₂ D / N + c₃ W̄ < δ_t} ({@link GenomeDistance}); species have offspring in proportion to their shared
 * fitness ({@link SpeciesReproduction}), by crossover along historical markings and by mutation ({@link GenomeCrossover},
 * {@link GenomeMutation}). The champion of each species of more than five lives on unchanged; a species whose champion has not become
 * better for 15 generations has no offspring, unless it has the best genome of all; and where none became better for 20, only the two
 * best species have.
 *
 * <p>Deviations from the paper: fitness is counted from the worst valid genome of a generation, not from 0, since costs may have any
 * sign; where parents are equally fit the smaller one's structure is inherited, as in the program published with the paper, not a random
 * mixture, so that networks without circles remain so; the best genome lives on even in a small species; unchanged genomes are not tried
 * again where trials do not differ. Where they do, survivors are tried again with each generation, and only survivors count as found and
 * as progress. Of several objectives the first alone is looked at.
 */
final class NeatSearch implements Search<Genome> {
    private final NeatSettings settings;
    private final SearchContext context;
    private final int population;
    private final Genome minimal;
    private final Innovations innovations;
    private final Speciation speciation;
    private Optional<Solution<Genome>> best = Optional.empty();
    private double record = Double.POSITIVE_INFINITY;
    private int stagnation;
    private boolean refocused;
    private int generation;
    private List<Solution<Genome>> survivors = List.of();
    private List<Genome> asked = List.of();

    NeatSearch(NeatSettings settings, Genome minimal, int population, SearchContext context) {
        this.settings = settings;
        this.context = context;
        this.population = population;
        this.minimal = minimal;
        innovations = new Innovations(minimal);
        speciation = new Speciation(settings.speciation());
    }

    @Override
    public List<Genome> ask() {
        if (asked.isEmpty()) {
            innovations.forget();
            var random = context.random("neat/offspring/" + generation);
            List<Species> parents = parents();
            survivors = survivors(parents);
            int count = Math.max(1, population - survivors.size());
            List<Genome> next = new ArrayList<>();
            if (parents.isEmpty()) {
                for (int i = 0; i < count; i++) {
                    next.add(settings.mutation().first(minimal, random));
                }
            } else {
                next.addAll(new SpeciesReproduction(settings, innovations, random).offspring(parents, count));
            }
            if (context.noisy()) {
                survivors.forEach(each -> next.add(each.candidate()));
            }
            asked = next;
        }
        return asked;
    }

    /** The species that have offspring. */
    private List<Species> parents() {
        List<Species> ranked = speciation.species().stream()
                .filter(each -> each.champion().isPresent())
                .sorted(Comparator.comparing(each -> each.champion().orElseThrow(), Species.BY_COST))
                .toList();
        if (refocused) {
            return ranked.subList(0, Math.min(2, ranked.size()));
        }
        List<Species> parents = new ArrayList<>();
        for (Species each : ranked) {
            if (parents.isEmpty() || each.stagnation() < settings.reproduction().stagnation()) {
                parents.add(each);
            }
        }
        return parents;
    }

    /** Who lives on unchanged. */
    private List<Solution<Genome>> survivors(List<Species> parents) {
        List<Solution<Genome>> living = new ArrayList<>();
        for (Species each : parents) {
            if (each.members().size() > settings.reproduction().elite()) {
                each.champion().ifPresent(living::add);
            }
        }
        best.filter(each -> living.stream().noneMatch(other -> other.candidate().equals(each.candidate())))
                .ifPresent(living::add);
        return living;
    }

    @Override
    public void tell(List<Fitness> fitness) {
        int offspring = context.noisy() ? asked.size() - survivors.size() : asked.size();
        List<Solution<Genome>> living = new ArrayList<>();
        for (int i = 0; i < survivors.size(); i++) {
            Solution<Genome> old = survivors.get(i);
            Fitness now = context.noisy() ? old.fitness().plus(fitness.get(offspring + i)) : old.fitness();
            living.add(new Solution<>(old.candidate(), now));
        }
        List<Solution<Genome>> sure = new ArrayList<>(living);
        for (int i = 0; i < offspring; i++) {
            living.add(new Solution<>(asked.get(i), fitness.get(i)));
        }
        speciation.regroup(living, context.random("neat/representatives/" + generation));
        age(context.noisy() ? sure : living);
        innovations.settle();
        generation++;
        asked = List.of();
    }

    /** A generation has passed, of which these are known well enough. */
    private void age(List<Solution<Genome>> sure) {
        best = sure.stream().filter(each -> each.fitness().valid()).min(Species.BY_COST);
        double cost = best.map(each -> each.fitness().cost()).orElse(Double.POSITIVE_INFINITY);
        stagnation = cost < record ? 0 : stagnation + 1;
        record = Math.min(record, cost);
        refocused = stagnation >= settings.reproduction().refocus();
        if (refocused) {
            stagnation = 0;
        }
        Set<Solution<Genome>> known = Collections.newSetFromMap(new IdentityHashMap<>());
        known.addAll(sure);
        for (Species each : speciation.species()) {
            each.aged(each.members().stream()
                    .filter(known::contains)
                    .mapToDouble(member -> member.fitness().cost())
                    .min()
                    .orElse(Double.POSITIVE_INFINITY));
        }
    }

    @Override
    public Discoveries<Genome> found() {
        TreeMap<String, Double> figures = new TreeMap<>();
        figures.put("species", (double) speciation.species().size());
        figures.put("threshold", speciation.threshold());
        best.map(Solution::candidate).ifPresent(genome -> {
            figures.put("hidden-nodes", (double) genome.count(Role.HIDDEN));
            figures.put("connections", (double) genome.enabled());
        });
        return Discoveries.of(best.stream().toList(), figures);
    }

    @Override
    public void save(StateWriter out) {
        out.int32(generation).int32(stagnation).flag(refocused).float64(record).flag(best.isPresent());
        best.ifPresent(solution -> Species.save(solution, out));
        innovations.save(out);
        speciation.save(out);
    }

    @Override
    public void load(StateReader in) {
        generation = in.int32();
        stagnation = in.int32();
        refocused = in.flag();
        record = in.float64();
        best = in.flag() ? Optional.of(Species.solution(in)) : Optional.empty();
        innovations.load(in);
        speciation.load(in);
        asked = List.of();
    }
}
