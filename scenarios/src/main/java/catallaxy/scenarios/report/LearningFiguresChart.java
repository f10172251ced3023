package catallaxy.scenarios.report;

import catallaxy.scenarios.NaturalOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Every figure that the learners of one training tell of their learning, such as their losses. */
public final class LearningFiguresChart implements TrainingChartKind {
    private static final Pattern FIGURE = Pattern.compile("([^/]+/)?train/.+");
    private static final int COLOR = 2;

    @Override
    public String name() {
        return "learning-figures";
    }

    @Override
    public String title() {
        return "Figures of learning";
    }

    @Override
    public String unit() {
        return "";
    }

    @Override
    public String definition() {
        return "Losses, entropies, rates and whatever else a learner tells of its learning, under their customary names, over steps"
                + " of training. They are shown of one training alone.";
    }

    @Override
    public int place() {
        return 200;
    }

    @Override
    public boolean appliesTo(ComparedTrainings trainings) {
        return trainings.isAlone();
    }

    @Override
    public List<Chart> charts(ComparedTrainings trainings) {
        Map<String, Samples> figures = new TreeMap<>(NaturalOrder.NAMES);
        trainings.runs().getFirst().metrics().matching("", "").forEach((name, samples) -> {
            if (FIGURE.matcher(name).matches()) {
                figures.put(name, samples);
            }
        });
        List<Chart> charts = new ArrayList<>();
        figures.forEach((name, samples) -> charts.add(curve(name, List.of(Chart.Line.of(name, COLOR, samples)))));
        return charts;
    }
}
