package catallaxy.evolution.neat;

import catallaxy.evolution.fitness.Controller;
import catallaxy.evolution.neat.NodeGene.Role;
import catallaxy.evolution.search.Squash;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The network that a genome describes.
 *
 * <p>A network without circles answers within a step: nodes are activated in an order in which each comes after those that it hears. A
 * recurrent one is activated once a step, all nodes at the same time: they hear the step's observation, and of other nodes what these
 * made of the step before; before the first step that is 0. What it answers are the sums of the outputs, for the task to squash; within
 * the network an output hands on what its own activation makes of the sum.
 *
 * <p>Owned by one thread.
 */
public final class GenomeController implements Controller {
    private final boolean recurrent;
    private final int[] inputs;
    private final int[] outputs;
    /** Places of the nodes that are activated, in that order. */
    private final int[] order;

    /** Where the connections into the node of {@code order[i]} begin; one more than there are. */
    private final int[] begin;

    private final int[] from;
    private final double[] weight;
    private final Squash[] activation;
    private final double[] values;
    private final double[] sums;

    /**
     * The network of a genome, that remembers nothing.
     *
     * @throws IllegalArgumentException if a genome that is not recurrent runs in a circle
     */
    public GenomeController(Genome genome) {
        recurrent = genome.recurrent();
        Map<Integer, Integer> places = new HashMap<>();
        List<NodeGene> nodes = genome.nodes();
        for (int i = 0; i < nodes.size(); i++) {
            places.put(nodes.get(i).id(), i);
        }
        List<List<ConnectionGene>> into = into(genome, places);
        order = recurrent ? listed(nodes) : sorted(nodes, into, places);
        inputs = places(nodes, Role.INPUT);
        outputs = places(nodes, Role.OUTPUT);
        int count = genome.enabled();
        begin = new int[order.length + 1];
        from = new int[count];
        weight = new double[count];
        int at = 0;
        for (int i = 0; i < order.length; i++) {
            for (ConnectionGene gene : into.get(order[i])) {
                from[at] = places.getOrDefault(gene.from(), -1);
                weight[at++] = gene.weight();
            }
            begin[i + 1] = at;
        }
        activation = nodes.stream().map(NodeGene::activation).toArray(Squash[]::new);
        values = new double[nodes.size()];
        sums = new double[nodes.size()];
        for (int bias : places(nodes, Role.BIAS)) {
            values[bias] = 1;
        }
    }

    private static List<List<ConnectionGene>> into(Genome genome, Map<Integer, Integer> places) {
        List<List<ConnectionGene>> into = new ArrayList<>();
        genome.nodes().forEach(_ -> into.add(new ArrayList<>()));
        for (ConnectionGene gene : genome.connections()) {
            if (gene.enabled()) {
                into.get(places.getOrDefault(gene.to(), -1)).add(gene);
            }
        }
        return into;
    }

    private static int[] places(List<NodeGene> nodes, Role role) {
        int[] places = new int[nodes.size()];
        int count = 0;
        for (int i = 0; i < places.length; i++) {
            if (nodes.get(i).role() == role) {
                places[count++] = i;
            }
        }
        return Arrays.copyOf(places, count);
    }

    private static int[] listed(List<NodeGene> nodes) {
        int[] places = new int[nodes.size()];
        int count = 0;
        for (int i = 0; i < places.length; i++) {
            if (!nodes.get(i).source()) {
                places[count++] = i;
            }
        }
        return Arrays.copyOf(places, count);
    }

    /** Each after those that it hears. */
    private static int[] sorted(List<NodeGene> nodes, List<List<ConnectionGene>> into, Map<Integer, Integer> places) {
        boolean[] known = new boolean[nodes.size()];
        for (int i = 0; i < known.length; i++) {
            known[i] = nodes.get(i).source();
        }
        int[] waiting = listed(nodes);
        int[] sorted = new int[waiting.length];
        int count = 0;
        for (int before = -1; before < count && count < sorted.length; ) {
            before = count;
            for (int node : waiting) {
                if (!known[node]
                        && into.get(node).stream().allMatch(gene -> known[places.getOrDefault(gene.from(), -1)])) {
                    known[node] = true;
                    sorted[count++] = node;
                }
            }
        }
        if (count < sorted.length) {
            throw new IllegalArgumentException("connections run in a circle, but the genome is not recurrent");
        }
        return sorted;
    }

    @Override
    public void reset() {
        for (int node : order) {
            values[node] = 0;
        }
    }

    @Override
    public void act(double[] observation, double[] output) {
        for (int i = 0; i < inputs.length; i++) {
            values[inputs[i]] = observation[i];
        }
        for (int i = 0; i < order.length; i++) {
            double sum = 0;
            for (int at = begin[i]; at < begin[i + 1]; at++) {
                sum += weight[at] * values[from[at]];
            }
            int node = order[i];
            sums[node] = sum;
            if (!recurrent) {
                values[node] = activation[node].of(sum);
            }
        }
        if (recurrent) {
            for (int node : order) {
                values[node] = activation[node].of(sums[node]);
            }
        }
        for (int i = 0; i < outputs.length; i++) {
            output[i] = sums[outputs[i]];
        }
    }
}
