package catallaxy.evolution.neat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import catallaxy.environment.base.random.RandomStream;
import catallaxy.evolution.neat.NodeGene.Role;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;

class GenomeControllerTest {
    /** The network as it is defined: by recursion without circles, and from the values of the step before with them. */
    private static final class Naive {
        private final Genome genome;
        private Map<Integer, Double> before = new HashMap<>();

        Naive(Genome genome) {
            this.genome = genome;
        }

        List<Double> act(double[] observation) {
            List<Double> answer = new ArrayList<>();
            Map<Integer, Double> now = new HashMap<>();
            for (NodeGene node : genome.nodes()) {
                if (node.role() == Role.OUTPUT) {
                    answer.add(sum(node, observation));
                }
                now.put(node.id(), node.activation().of(sum(node, observation)));
            }
            before = now;
            return answer;
        }

        private double sum(NodeGene node, double[] observation) {
            IntToDoubleFunction heard = genome.recurrent()
                    ? id -> before.getOrDefault(id, 0.0)
                    : id -> node(id).activation().of(sum(node(id), observation));
            double sum = 0;
            for (ConnectionGene gene : genome.connections()) {
                if (gene.enabled() && gene.to() == node.id()) {
                    NodeGene from = node(gene.from());
                    sum += gene.weight()
                            * switch (from.role()) {
                                case INPUT -> observation[from.id()];
                                case BIAS -> 1;
                                case HIDDEN, OUTPUT -> heard.applyAsDouble(from.id());
                            };
                }
            }
            return sum;
        }

        private NodeGene node(int id) {
            return genome.nodes().stream()
                    .filter(node -> node.id() == id)
                    .findFirst()
                    .orElseThrow();
        }
    }

    @Test
    void answersAsItsDefinitionDoes() {
        for (long seed = 1; seed <= 40; seed++) {
            Genome genome = Genomes.grown(seed % 2 == 0, 20, seed);
            RandomStream random = RandomStream.of(seed, "observations");
            GenomeController controller = new GenomeController(genome);
            Naive naive = new Naive(genome);
            double[] output = new double[2];
            for (int step = 0; step < 10; step++) {
                double[] observation = {random.nextGaussian(), random.nextGaussian(), random.nextGaussian()};
                controller.act(observation, output);
                List<Double> expected = naive.act(observation);
                assertThat(output[0]).isCloseTo(expected.get(0), within(1e-12));
                assertThat(output[1]).isCloseTo(expected.get(1), within(1e-12));
            }
        }
    }

    @Test
    void onlyRecurrentOnesRemember() {
        double[] first = new double[2];
        double[] later = new double[2];
        int remember = 0;
        for (long seed = 1; seed <= 20; seed++) {
            boolean recurrent = seed % 2 == 0;
            GenomeController controller = new GenomeController(Genomes.grown(recurrent, 30, seed));
            double[] observation = {0.5, -0.5, 1};
            controller.act(observation, first);
            controller.act(observation, later);
            remember += first[0] == later[0] && first[1] == later[1] ? 0 : 1;
            assertThat(recurrent || first[0] == later[0]).isTrue();
            controller.reset();
            controller.act(observation, later);
            assertThat(later).as("forgets").isEqualTo(first);
        }
        assertThat(remember).isGreaterThan(5);
    }

    @Test
    void circlesAreRefusedWhereNothingIsRemembered() {
        Genome circular = Genomes.grown(true, 40, 3);
        assertThatThrownBy(() -> new GenomeController(new Genome(false, circular.nodes(), circular.connections())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("circle");
    }
}
