package catallaxy.evolution.neat;

import catallaxy.environment.base.random.RandomStream;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import catallaxy.evolution.search.Solution;
import java.util.ArrayList;
import java.util.List;

/** The species of a population. Owned by one search. */
final class Speciation {
    private final SpeciationSettings settings;
    private final List<Species> species = new ArrayList<>();
    private double threshold;

    Speciation(SpeciationSettings settings) {
        this.settings = settings;
        threshold = settings.threshold();
    }

    /** Older ones first; none is empty. */
    List<Species> species() {
        return species;
    }

    /** δ_t. */
    double threshold() {
        return threshold;
    }

    /**
     * Each of a population joins the first species to whose representative it is near, a random one of the last generation's members;
     * or begins a species.
     */
    void regroup(List<Solution<Genome>> population, RandomStream random) {
        for (Species each : species) {
            List<Solution<Genome>> members = each.members();
            each.standFor(members.get(random.nextInt(members.size())).candidate());
        }
        for (Solution<Genome> solution : population) {
            home(solution.candidate()).members().add(solution);
        }
        species.removeIf(each -> each.members().isEmpty());
        if (settings.target() > 0) {
            double step = settings.step() * Integer.signum(species.size() - settings.target());
            threshold = Math.max(settings.step(), threshold + step);
        }
    }

    private Species home(Genome genome) {
        for (Species each : species) {
            if (settings.distance().between(genome, each.representative()) < threshold) {
                return each;
            }
        }
        Species founded = new Species(genome);
        species.add(founded);
        return founded;
    }

    void save(StateWriter out) {
        out.float64(threshold).int32(species.size());
        species.forEach(each -> each.save(out));
    }

    void load(StateReader in) {
        threshold = in.float64();
        species.clear();
        int count = in.int32();
        for (int i = 0; i < count; i++) {
            species.add(Species.load(in));
        }
    }
}
