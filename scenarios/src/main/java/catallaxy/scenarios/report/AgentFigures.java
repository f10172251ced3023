package catallaxy.scenarios.report;

import catallaxy.scenarios.folder.AgentTotals;
import catallaxy.scenarios.folder.RecordFields;
import catallaxy.scenarios.folder.RunSummary;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The numbers of a run's agents by the names that {@code summary.json} gives them; those of an object below an agent as
 * {@code refusals.UNKNOWN_ORDER}. Immutable.
 *
 * @param agents  their figures by id
 * @param objects names of the objects below agents: of a part that one run names and another does not, that one has 0
 */
public record AgentFigures(Map<String, Map<String, Double>> agents, Set<String> objects) {
    /** Of a run without agents. */
    public static final AgentFigures NONE = new AgentFigures(Map.of(), Set.of());

    /** Copies both. */
    public AgentFigures {
        agents = Collections.unmodifiableMap(new LinkedHashMap<>(agents));
        objects = Collections.unmodifiableSet(new LinkedHashSet<>(objects));
    }

    /** Of a run that has ended. */
    public static AgentFigures of(RunSummary summary) {
        Map<String, Map<String, Double>> agents = new LinkedHashMap<>();
        Set<String> objects = new LinkedHashSet<>();
        for (AgentTotals agent : summary.agents()) {
            Map<String, Double> figures = new LinkedHashMap<>();
            RecordFields.of(agent).forEach((key, value) -> add(figures, objects, key, value));
            agents.put(agent.id(), figures);
        }
        return new AgentFigures(agents, objects);
    }

    private static void add(Map<String, Double> figures, Set<String> objects, String key, Object value) {
        if (value instanceof Number number) {
            figures.put(key, number.doubleValue() + 0.0); // a negative zero is written as a zero
        } else if (value instanceof Map<?, ?> parts) {
            objects.add(key);
            parts.forEach((part, each) -> add(figures, objects, key + "." + part, each));
        }
    }

    /** A figure of an agent; {@code NaN} where it has none. */
    public double of(String agent, String figure) {
        Map<String, Double> own = agents.getOrDefault(agent, Map.of());
        return own.getOrDefault(figure, isPart(figure) && agents.containsKey(agent) ? 0 : Double.NaN);
    }

    private boolean isPart(String figure) {
        int dot = figure.lastIndexOf('.');
        return dot > 0 && objects.contains(figure.substring(0, dot));
    }

    /** All names of figures of an agent in several runs, in the order in which they were met. */
    static List<String> names(List<AgentFigures> runs, String agent) {
        return runs.stream()
                .flatMap(run -> run.agents.getOrDefault(agent, Map.of()).keySet().stream())
                .distinct()
                .toList();
    }

    /** All agents of several runs. */
    static List<String> agents(Stream<AgentFigures> runs) {
        return runs.flatMap(run -> run.agents.keySet().stream()).distinct().toList();
    }
}
