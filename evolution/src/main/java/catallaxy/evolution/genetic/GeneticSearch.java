package catallaxy.evolution.genetic;

import catallaxy.environment.base.random.RandomStream;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import catallaxy.evolution.fitness.Fitness;
import catallaxy.evolution.search.Discoveries;
import catallaxy.evolution.search.Search;
import catallaxy.evolution.search.Solution;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * A genetic search with elites: of everybody alive the best stay, the others give way to offspring of tournaments among the valid.
 * Where trials differ, elites are tried again with each generation; half of their places belong to those that were tried more than
 * once already, so that no lucky newcomer drives out who is proven.
 */
final class GeneticSearch implements Search<double[]> {
    private static final Comparator<Solution<double[]>> BY_COST =
            Comparator.comparingDouble(each -> each.fitness().cost());

    private final Breeder breeder;
    private final int population;
    private final int places;
    private final boolean noisy;
    private List<Solution<double[]>> elites = List.of();
    private List<double[]> offspring;
    private long generation;

    /**
     * A search at its beginning.
     *
     * @param places for elites, fewer than the population
     */
    GeneticSearch(Breeder breeder, int population, int places, boolean noisy) {
        this.breeder = breeder;
        this.population = population;
        this.places = places;
        this.noisy = noisy;
        offspring = breeder.offspring(List.of(), population, 0);
    }

    @Override
    public List<double[]> ask() {
        List<double[]> asked = new ArrayList<>(offspring);
        if (noisy) {
            elites.forEach(elite -> asked.add(elite.candidate()));
        }
        return asked;
    }

    @Override
    public void tell(List<Fitness> fitness) {
        generation++;
        List<Solution<double[]>> alive = new ArrayList<>();
        for (int i = 0; i < offspring.size(); i++) {
            alive.add(new Solution<>(offspring.get(i), fitness.get(i)));
        }
        for (int i = 0; i < elites.size(); i++) {
            Fitness before = elites.get(i).fitness();
            Fitness now = noisy ? before.plus(fitness.get(offspring.size() + i)) : before;
            alive.add(new Solution<>(elites.get(i).candidate(), now));
        }
        elites = elites(alive);
        offspring = breeder.offspring(alive, population - elites.size(), generation);
    }

    private List<Solution<double[]>> elites(List<Solution<double[]>> alive) {
        List<Solution<double[]>> ranked = alive.stream()
                .filter(each -> each.fitness().valid())
                .sorted(BY_COST)
                .toList();
        List<Solution<double[]>> chosen = new ArrayList<>(ranked.stream()
                .filter(each -> each.fitness().samples() > 1)
                .limit(noisy ? Math.ceilDiv(places, 2) : 0)
                .toList());
        ranked.stream()
                .filter(each -> !chosen.contains(each))
                .limit(places - chosen.size())
                .toList()
                .forEach(chosen::add);
        chosen.sort(BY_COST);
        return List.copyOf(chosen);
    }

    @Override
    public Discoveries<double[]> found() {
        List<Solution<double[]>> best = elites.stream()
                .filter(each -> !noisy || each.fitness().samples() > 1)
                .limit(1)
                .toList();
        return Discoveries.of(best, Map.of("generation", (double) generation));
    }

    @Override
    public void save(StateWriter out) {
        breeder.random().save(out);
        out.int64(generation).int32(offspring.size());
        offspring.forEach(out::doubles);
        out.int32(elites.size());
        for (Solution<double[]> elite : elites) {
            out.doubles(elite.candidate());
            elite.fitness().save(out);
        }
    }

    @Override
    public void load(StateReader in) {
        breeder.random().seek(RandomStream.load(in).counter());
        generation = in.int64();
        List<double[]> vectors = new ArrayList<>();
        int count = in.int32();
        for (int i = 0; i < count; i++) {
            vectors.add(in.doubles());
        }
        offspring = vectors;
        List<Solution<double[]>> saved = new ArrayList<>();
        int kept = in.int32();
        for (int i = 0; i < kept; i++) {
            saved.add(new Solution<>(in.doubles(), Fitness.load(in)));
        }
        elites = saved;
    }
}
