package catallaxy.agents.execution;

import catallaxy.environment.market.engine.EngineSpec;
import catallaxy.environment.market.execution.ExecutionMethod;
import catallaxy.environment.market.execution.ExecutionOption;
import catallaxy.environment.market.execution.ExecutionSpec;
import java.util.Arrays;
import java.util.List;
import java.util.SequencedMap;
import java.util.TreeMap;

/** What an executor has done so far: by method how often, what was promised and what came of it, and how sure it was. Owned by one agent. */
public final class ExecutionTally {
    private final List<ExecutionMethod> methods;
    private final long[] counts;
    private final double[] promised;
    private final double[] realised;
    private long decisions;
    private double confidence;
    private int underWay = ExecutionChoice.HOLD;

    private ExecutionTally(List<ExecutionMethod> methods, long[] counts, double[] promised, double[] realised) {
        this.methods = methods;
        this.counts = counts;
        this.promised = promised;
        this.realised = realised;
    }

    /** That of a seat which has done nothing yet. */
    public static ExecutionTally of(ExecutionSpec role, EngineSpec engine) {
        List<ExecutionMethod> methods =
                role.options(engine).stream().map(ExecutionOption::method).toList();
        int all = ExecutionMethod.values().length;
        return new ExecutionTally(methods, new long[all], new double[all], new double[all]);
    }

    /** An independent tally with the same numbers. */
    public ExecutionTally copy() {
        ExecutionTally copy = new ExecutionTally(methods, counts.clone(), promised.clone(), realised.clone());
        copy.decisions = decisions;
        copy.confidence = confidence;
        copy.underWay = underWay;
        return copy;
    }

    /** Takes note of a decision. */
    public void chosen(ExecutionChoice choice, double sure) {
        decisions++;
        confidence += sure;
        underWay = choice.option();
        if (!choice.isHold()) {
            int method = methods.get(underWay).index();
            counts[method]++;
            promised[method] += choice.promised();
        }
    }

    /** Takes note of what the execution under way gained after gas, quote units. */
    public void ended(double gain) {
        if (underWay != ExecutionChoice.HOLD) {
            realised[methods.get(underWay).index()] += gain;
        }
    }

    /**
     * The figures by name: {@code decisions}, {@code confidence} (mean probability that the best choice was better than the best of another
     * option), and of each method that was used {@code METHOD/executions}, {@code METHOD/promised} and {@code METHOD/realised}, quote units.
     */
    public SequencedMap<String, Double> figures() {
        TreeMap<String, Double> figures = new TreeMap<>();
        figures.put("decisions", (double) decisions);
        figures.put("confidence", decisions == 0 ? 0 : confidence / decisions);
        Arrays.stream(ExecutionMethod.values())
                .filter(each -> counts[each.index()] > 0)
                .forEach(each -> {
                    figures.put(each.word() + "/executions", (double) counts[each.index()]);
                    figures.put(each.word() + "/promised", promised[each.index()]);
                    figures.put(each.word() + "/realised", realised[each.index()]);
                });
        return figures;
    }
}
