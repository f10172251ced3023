package catallaxy.scenarios.command;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What JMH measured, and on what. */
record JmhAnswer(List<JmhFigure> figures, Machine machine) implements Answer {
    @Override
    public void print(PrintWriter out) {
        TextTable table = TextTable.of("benchmark", "operation", "on", "mean", "± 99.9 %", "unit");
        figures.forEach(figure -> table.row(figure.row()));
        table.print(out);
        out.printf(
                Locale.ROOT,
                "%n%s, %d cores, %s, %s%n",
                machine.processor(),
                machine.cores(),
                machine.system(),
                machine.jdk());
    }

    @Override
    public Map<String, ?> json() {
        return Map.of("jmh", figures.stream().map(JmhFigure::json).toList(), "machine", machine.json());
    }
}
