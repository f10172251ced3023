package catallaxy.agents.problem;

import catallaxy.agents.learning.Game;
import catallaxy.environment.api.ActionComponent;
import catallaxy.environment.api.ActionSpec;
import catallaxy.environment.api.Feature;
import catallaxy.environment.api.ObservationSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** {@link RoutingProblem} as a plan of one player, for learners that search. */
record RoutingGame(RoutingProblem problem, RoutingNetwork network) implements Game<RoutingPosition> {
    private static final double ANY = Double.POSITIVE_INFINITY;

    /** The widest prices against the deepest pools: some position that has moves. */
    @Override
    public RoutingPosition first() {
        RoutingPosition first = new RoutingPosition(problem, network);
        for (int pool = 0; pool < network.pools().size(); pool++) {
            first.put(pool, pool % 2 == 0 ? problem.maxGap() : -problem.maxGap(), 0);
        }
        return first;
    }

    @Override
    public ObservationSpec observationSpec() {
        List<Feature> features = new ArrayList<>();
        for (int pool = 1; pool <= network.pools().size(); pool++) {
            features.add(new Feature("price_share." + pool, "1", -ANY, ANY));
            features.add(new Feature("depth_share." + pool, "1", -ANY, ANY));
        }
        features.add(new Feature("rounds_remaining_share", "1", 0, 1));
        return new ObservationSpec(features);
    }

    @Override
    public ActionSpec actionSpec() {
        List<String> labels = new ArrayList<>(
                network.cycles().stream().map(RoutingGame::label).toList());
        labels.add("stop");
        return new ActionSpec(List.of(new ActionComponent.Discrete("cycle", labels, labels.size() - 1)));
    }

    /** The pools of a cycle in their order, counted from 1. */
    private static String label(List<RoutingNetwork.Hop> cycle) {
        return cycle.stream().map(hop -> Integer.toString(hop.pool() + 1)).collect(Collectors.joining(">"));
    }

    @Override
    public void observe(RoutingPosition position, float[] rows, int offset) {
        int pools = network.pools().size();
        for (int pool = 0; pool < pools; pool++) {
            rows[offset + 2 * pool] = (float) (position.logPrice(pool) / problem.maxGap());
            rows[offset + 2 * pool + 1] = (float) (position.logDepth(pool) / problem.maxDepth());
        }
        rows[offset + 2 * pools] = (float) position.left() / problem.rounds();
    }

    @Override
    public RoutingPosition position(float[] rows, int offset) {
        int pools = network.pools().size();
        RoutingPosition position = new RoutingPosition(problem, network);
        for (int pool = 0; pool < pools; pool++) {
            double price = rows[offset + 2 * pool] * problem.maxGap();
            position.put(pool, price, rows[offset + 2 * pool + 1] * problem.maxDepth());
        }
        position.left(Math.round(rows[offset + 2 * pools] * problem.rounds()));
        return position;
    }

    /** To stop at once. */
    @Override
    public double least() {
        return 0;
    }

    /** What all prices at their widest are worth at most: half the gap on each pool's whole depth. */
    @Override
    public double most() {
        return RoutingProblem.BPS
                * network.pools().size()
                * StrictMath.exp(problem.maxDepth())
                * StrictMath.expm1(problem.maxGap());
    }
}
