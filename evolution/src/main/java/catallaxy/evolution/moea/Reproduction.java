package catallaxy.evolution.moea;

import catallaxy.environment.base.random.RandomStream;
import catallaxy.evolution.search.Solution;
import java.util.List;

/** How MOEA/D makes a child of those who live near. Owned by one thread. */
@FunctionalInterface
interface Reproduction {
    /**
     * A child, new and inside the box.
     *
     * @param self  who lives in the child's subproblem, by number
     * @param mates who may be a parent, at least one, by number
     */
    double[] child(int self, int[] mates, List<Solution<double[]>> living, RandomStream random);
}
