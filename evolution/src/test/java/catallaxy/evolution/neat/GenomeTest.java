package catallaxy.evolution.neat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import catallaxy.environment.base.check.InvalidValueException;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import catallaxy.evolution.neat.NodeGene.Role;
import catallaxy.evolution.search.Squash;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GenomeTest {
    @Test
    void beginsWithAllInputsConnectedAndNothingHidden() {
        Genome minimal = Genome.minimal(false, 3, 2, Squash.TANH);
        assertThat(minimal.nodes().stream().map(NodeGene::role))
                .containsExactly(Role.INPUT, Role.INPUT, Role.INPUT, Role.BIAS, Role.OUTPUT, Role.OUTPUT);
        assertThat(minimal.enabled()).isEqualTo(8);
        assertThat(minimal.connects(3, 5)).isTrue();
        assertThat(minimal.connects(4, 5)).isFalse();
    }

    @Test
    void isTheSameAfterItWasSavedAndAfterItWasWritten() {
        for (long seed = 1; seed <= 20; seed++) {
            Genome genome = Genomes.grown(seed % 2 == 0, 40, seed);
            StateWriter out = new StateWriter();
            genome.save(out);
            StateReader in = new StateReader(out.toBytes());
            assertThat(Genome.load(in)).isEqualTo(genome);
            in.end();
            assertThat(GenomeForm.genome(new GenomeForm().parts(genome))).isEqualTo(genome);
        }
    }

    @Test
    void whatIsNoGenomeIsRefused() {
        Genome minimal = Genome.minimal(false, 1, 1, Squash.SIGMOID);
        List<ConnectionGene> genes = minimal.connections();
        assertThatThrownBy(() -> minimal.with(genes.reversed())).isInstanceOf(InvalidValueException.class);
        for (ConnectionGene wrong : List.of(
                new ConnectionGene(7, 2, 0, 1, true),
                new ConnectionGene(7, 2, 1, 1, true),
                new ConnectionGene(7, 0, 9, 1, true),
                new ConnectionGene(7, 9, 2, 1, true))) {
            assertThatThrownBy(() -> minimal.with(List.of(wrong))).isInstanceOf(InvalidValueException.class);
        }
        assertThatThrownBy(() -> new ConnectionGene(0, 0, 1, Double.NaN, true))
                .isInstanceOf(InvalidValueException.class);
    }

    @Test
    void partsThatMakeNoGenomeAreRefused() {
        Map<String, Object> parts = new GenomeForm().parts(Genome.minimal(false, 1, 1, Squash.SIGMOID));
        for (String part : List.copyOf(parts.keySet())) {
            Object whole = parts.put(part, "?");
            assertThatThrownBy(() -> GenomeForm.genome(parts))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(part);
            parts.put(part, whole == null ? 0 : whole);
        }
    }

    @Test
    void waysLeadAlongConnections() {
        Genome chain = Genome.minimal(true, 1, 1, Squash.SIGMOID);
        assertThat(chain.leads(0, 2)).isTrue();
        assertThat(chain.leads(2, 0)).isFalse();
        assertThat(chain.leads(2, 2)).isTrue();
    }
}
