package catallaxy.scenarios.bench;

import java.util.function.Supplier;

/**
 * A named workload with what its figure means.
 *
 * @param name what the user types
 * @param description what one operation is, on what data
 * @param unit of the figure, for example {@code commands/s}
 * @param operations of one round
 * @param workload prepares the data; called once, untimed
 */
public record Benchmark(
        String name, String description, FigureKind figure, String unit, int operations, Supplier<Workload> workload) {}
