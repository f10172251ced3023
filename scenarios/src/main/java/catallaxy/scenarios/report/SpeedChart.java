package catallaxy.scenarios.report;

import java.util.List;

/** How fast one training went. */
public final class SpeedChart implements TrainingChartKind {
    private static final String SERIES = "time/fps";

    @Override
    public String name() {
        return "speed";
    }

    @Override
    public String title() {
        return "Steps a second";
    }

    @Override
    public String unit() {
        return "1/s";
    }

    @Override
    public String definition() {
        return "Transitions of all worlds for each second of wall time since the session began, over steps of training.";
    }

    @Override
    public int place() {
        return 300;
    }

    @Override
    public boolean appliesTo(ComparedTrainings trainings) {
        return trainings.isAlone();
    }

    @Override
    public List<Chart> charts(ComparedTrainings trainings) {
        Samples speed = trainings.runs().getFirst().metrics().series(SERIES);
        return List.of(curve(SERIES, List.of(Chart.Line.of("steps a second", 3, speed))));
    }
}
