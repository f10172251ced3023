package catallaxy.evolution.neat;

import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import catallaxy.evolution.fitness.Fitness;
import catallaxy.evolution.search.Solution;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Genomes that are near each other, and compete with each other first. Owned by one search. */
final class Species {
    /** Better ones first: those that cost less, of equals the surer, of those the smaller. */
    static final Comparator<Solution<Genome>> BY_COST = Comparator.comparingDouble(
                    (Solution<Genome> each) -> each.fitness().cost())
            .thenComparing(each -> each.fitness().samples(), Comparator.reverseOrder())
            .thenComparingInt(each -> each.candidate().connections().size());

    private final List<Solution<Genome>> members = new ArrayList<>();
    private Genome representative;
    private double record = Double.POSITIVE_INFINITY;
    private int stagnation;

    /** A new species around a genome. */
    Species(Genome representative) {
        this.representative = representative;
    }

    /** Whom others are compared with. */
    Genome representative() {
        return representative;
    }

    /** Those that live. */
    List<Solution<Genome>> members() {
        return members;
    }

    /** Generations since its best became better. */
    int stagnation() {
        return stagnation;
    }

    /** The next generation is compared with this one of it, and none of it lives. */
    void standFor(Genome next) {
        representative = next;
        members.clear();
    }

    /** A generation has passed, and this is the best cost that is sure of it; infinite where none is. */
    void aged(double cost) {
        stagnation = cost < record ? 0 : stagnation + 1;
        record = Math.min(record, cost);
    }

    /** The valid ones, better ones first. */
    List<Solution<Genome>> ranked() {
        return members.stream()
                .filter(each -> each.fitness().valid())
                .sorted(BY_COST)
                .toList();
    }

    /** The best of the valid. */
    Optional<Solution<Genome>> champion() {
        return members.stream().filter(each -> each.fitness().valid()).min(BY_COST);
    }

    void save(StateWriter out) {
        out.float64(record).int32(stagnation).int32(members.size());
        members.forEach(member -> save(member, out));
    }

    static Species load(StateReader in) {
        double record = in.float64();
        int stagnation = in.int32();
        int count = in.int32();
        Solution<Genome> first = solution(in);
        Species species = new Species(first.candidate());
        species.record = record;
        species.stagnation = stagnation;
        species.members.add(first);
        for (int i = 1; i < count; i++) {
            species.members.add(solution(in));
        }
        return species;
    }

    static void save(Solution<Genome> solution, StateWriter out) {
        solution.candidate().save(out);
        solution.fitness().save(out);
    }

    static Solution<Genome> solution(StateReader in) {
        return new Solution<>(Genome.load(in), Fitness.load(in));
    }
}
