package catallaxy.evolution.neat;

import catallaxy.evolution.neat.NodeGene.Role;
import catallaxy.evolution.search.CandidateForm;
import catallaxy.evolution.search.Squash;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;

/** Genomes as they are written into results, and read from them again: whether recurrent, every node and every connection. */
public final class GenomeForm implements CandidateForm<Genome> {
    @Override
    public SequencedMap<String, Object> parts(Genome genome) {
        SequencedMap<String, Object> parts = new LinkedHashMap<>();
        parts.put("recurrent", genome.recurrent() ? 1 : 0);
        parts.put("nodes", genome.nodes().stream().map(GenomeForm::node).toList());
        parts.put(
                "connections",
                genome.connections().stream().map(GenomeForm::connection).toList());
        return parts;
    }

    private static SequencedMap<String, Object> node(NodeGene gene) {
        SequencedMap<String, Object> parts = new LinkedHashMap<>();
        parts.put("id", gene.id());
        parts.put("role", word(gene.role()));
        parts.put("activation", word(gene.activation()));
        return parts;
    }

    private static SequencedMap<String, Object> connection(ConnectionGene gene) {
        SequencedMap<String, Object> parts = new LinkedHashMap<>();
        parts.put("innovation", gene.innovation());
        parts.put("from", gene.from());
        parts.put("to", gene.to());
        parts.put("weight", gene.weight());
        parts.put("enabled", gene.enabled() ? 1 : 0);
        return parts;
    }

    /**
     * The genome that these parts are of; numbers may be of any type.
     *
     * @throws IllegalArgumentException if a part is missing or makes no genome
     */
    public static Genome genome(Map<String, ?> parts) {
        return new Genome(
                number(parts, "recurrent").intValue() != 0,
                rows(parts, "nodes").stream()
                        .map(row -> new NodeGene(
                                number(row, "id").intValue(),
                                Role.valueOf(constant(row, "role")),
                                Squash.valueOf(constant(row, "activation"))))
                        .toList(),
                rows(parts, "connections").stream()
                        .map(row -> new ConnectionGene(
                                number(row, "innovation").intValue(),
                                number(row, "from").intValue(),
                                number(row, "to").intValue(),
                                number(row, "weight").doubleValue(),
                                number(row, "enabled").intValue() != 0))
                        .toList());
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static String constant(Map<?, ?> row, String key) {
        return String.valueOf(row.get(key)).toUpperCase(Locale.ROOT);
    }

    private static Number number(Map<?, ?> row, String key) {
        if (row.get(key) instanceof Number found) {
            return found;
        }
        throw new IllegalArgumentException(key + ": found " + row.get(key) + ", expected a number");
    }

    private static List<Map<?, ?>> rows(Map<String, ?> parts, String key) {
        if (parts.get(key) instanceof List<?> found) {
            return found.stream().<Map<?, ?>>map(GenomeForm::row).toList();
        }
        throw new IllegalArgumentException(key + ": found " + parts.get(key) + ", expected a list");
    }

    private static Map<?, ?> row(Object found) {
        if (found instanceof Map<?, ?> row) {
            return row;
        }
        throw new IllegalArgumentException("found " + found + ", expected the parts of a gene");
    }
}
