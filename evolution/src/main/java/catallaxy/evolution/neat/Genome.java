package catallaxy.evolution.neat;

import catallaxy.environment.base.check.Checks;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import catallaxy.evolution.neat.NodeGene.Role;
import catallaxy.evolution.search.Squash;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The genes of a network: its nodes and the connections between them. Immutable.
 *
 * @param recurrent   whether connections may run in circles, and the network remembers
 * @param nodes       in the order of their ids, none twice; inputs in the order of the observation, outputs in that of the answer
 * @param connections in the order of their markings, none twice; none ends at an input or at the bias
 */
public record Genome(boolean recurrent, List<NodeGene> nodes, List<ConnectionGene> connections) {
    /** Checks order and ends. */
    public Genome {
        nodes = Checks.elements("nodes", "a node", nodes);
        connections = Checks.elements("connections", "a connection", connections);
        Map<Integer, NodeGene> known = new HashMap<>();
        int last = -1;
        for (NodeGene node : nodes) {
            Checks.that(node.id() > last, "nodes", "ids in order, above " + last, node.id());
            last = node.id();
            known.put(last, node);
        }
        last = -1;
        for (ConnectionGene gene : connections) {
            Checks.that(gene.innovation() > last, "connections", "markings in order, above " + last, gene.innovation());
            last = gene.innovation();
            NodeGene end = known.get(gene.to());
            Checks.that(
                    end != null && !end.source() && known.containsKey(gene.from()),
                    "connections",
                    "ends among the nodes",
                    gene);
        }
    }

    /**
     * Where evolution begins: every input and the bias connected to every output, by weights of 0. Nodes are numbered in the order of
     * inputs, bias and outputs, connections output after output.
     */
    public static Genome minimal(boolean recurrent, int inputs, int outputs, Squash activation) {
        List<NodeGene> nodes = new ArrayList<>();
        List<ConnectionGene> connections = new ArrayList<>();
        for (int id = 0; id <= inputs; id++) {
            nodes.add(new NodeGene(id, id < inputs ? Role.INPUT : Role.BIAS, Squash.IDENTITY));
        }
        for (int output = inputs + 1; output <= inputs + outputs; output++) {
            nodes.add(new NodeGene(output, Role.OUTPUT, activation));
            for (int from = 0; from <= inputs; from++) {
                connections.add(new ConnectionGene(connections.size(), from, output, 0, true));
            }
        }
        return new Genome(recurrent, nodes, connections);
    }

    /** The same nodes with other connections. */
    Genome with(List<ConnectionGene> others) {
        return new Genome(recurrent, nodes, others);
    }

    /** Whether there is a gene of that connection, enabled or not. */
    boolean connects(int from, int to) {
        return connections.stream().anyMatch(gene -> gene.from() == from && gene.to() == to);
    }

    /** Whether a way of connections, enabled or not, leads from one node to the other; from a node to itself it always does. */
    boolean leads(int from, int to) {
        List<Integer> reached = new ArrayList<>(List.of(from));
        for (int i = 0; i < reached.size(); i++) {
            int at = reached.get(i);
            for (ConnectionGene gene : connections) {
                if (gene.from() == at && !reached.contains(gene.to())) {
                    reached.add(gene.to());
                }
            }
        }
        return reached.contains(to);
    }

    /** How many nodes have this role. */
    public int count(Role role) {
        return (int) nodes.stream().filter(node -> node.role() == role).count();
    }

    /** How many connections are enabled. */
    public int enabled() {
        return (int) connections.stream().filter(ConnectionGene::enabled).count();
    }

    /** Writes all of it. */
    public void save(StateWriter out) {
        out.flag(recurrent).int32(nodes.size());
        for (NodeGene node : nodes) {
            out.int32(node.id()).text(node.role().name()).text(node.activation().name());
        }
        out.int32(connections.size());
        for (ConnectionGene gene : connections) {
            out.int32(gene.innovation())
                    .int32(gene.from())
                    .int32(gene.to())
                    .float64(gene.weight())
                    .flag(gene.enabled());
        }
    }

    /** What was {@link #save saved}. */
    public static Genome load(StateReader in) {
        boolean recurrent = in.flag();
        List<NodeGene> nodes = new ArrayList<>();
        int count = in.count(3 * Integer.BYTES);
        for (int i = 0; i < count; i++) {
            nodes.add(new NodeGene(in.int32(), Role.valueOf(in.text()), Squash.valueOf(in.text())));
        }
        List<ConnectionGene> connections = new ArrayList<>();
        count = in.count(3 * Integer.BYTES + Double.BYTES + 1);
        for (int i = 0; i < count; i++) {
            connections.add(new ConnectionGene(in.int32(), in.int32(), in.int32(), in.float64(), in.flag()));
        }
        return new Genome(recurrent, nodes, connections);
    }
}
