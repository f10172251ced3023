package catallaxy.evolution.quality;

import catallaxy.environment.base.random.RandomStream;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import catallaxy.evolution.fitness.VectorBox;
import catallaxy.evolution.strategy.CovarianceAdaptation;
import catallaxy.evolution.strategy.CovarianceShape;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A normal distribution that follows what improves a grid of elites: see {@link CmaMe}. Owned by one thread. */
final class ImprovementEmitter {
    /** A covariance of a higher condition cannot be computed with. */
    private static final double DEGENERATE = 1e14;

    private static final Comparator<Addition> BETTER =
            Comparator.comparing(Addition::fresh).reversed().thenComparingDouble(each -> -each.gain());

    private final VectorBox box;
    private final double sigma;
    private final int size;
    private CovarianceAdaptation distribution;
    /** As they were drawn, of the present generation. */
    private List<double[]> drawn = List.of();

    /**
     * What a candidate did for the grid.
     *
     * @param index which of the emitter's candidates it was
     * @param fresh whether its cell was empty
     * @param gain  by how much it is better than who lived in the cell; where nobody did, its cost turned round
     */
    record Addition(int index, boolean fresh, double gain) {}

    /**
     * An emitter at its beginning.
     *
     * @param size λ
     */
    ImprovementEmitter(VectorBox box, double[] begin, double sigma, int size) {
        this.box = box;
        this.sigma = sigma;
        this.size = size;
        distribution = at(begin);
    }

    private CovarianceAdaptation at(double[] begin) {
        return new CovarianceAdaptation(box, begin, sigma, size, CovarianceShape.AUTOMATIC, false);
    }

    /** {@code [λ]} candidates in the box. */
    List<double[]> ask(RandomStream random) {
        List<double[]> next = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            next.add(distribution.sample(random));
        }
        drawn = next;
        return next.stream().map(distribution::inside).toList();
    }

    /** Learns from all that did something; false where it can go no further and is to begin anew. */
    boolean learn(List<Addition> additions) {
        if (additions.isEmpty()) {
            return false;
        }
        List<double[]> parents = additions.stream()
                .sorted(BETTER)
                .map(each -> drawn.get(each.index()))
                .toList();
        distribution.update(parents, parents.size());
        return distribution.condition() < DEGENERATE;
    }

    void beginAnew(double[] begin) {
        distribution = at(begin);
    }

    double sigma() {
        return distribution.sigma();
    }

    double[] mean() {
        return distribution.mean();
    }

    void save(StateWriter out) {
        distribution.save(out);
    }

    void load(StateReader in) {
        distribution.load(in);
        drawn = List.of();
    }
}
