package com.example.turnover;

import catallaxy.scenarios.report.Chart;
import catallaxy.scenarios.report.ChartKind;
import catallaxy.scenarios.report.ChartSection;
import catallaxy.scenarios.report.Fill;
import catallaxy.scenarios.report.Palette;
import catallaxy.scenarios.report.RunFolder;
import catallaxy.scenarios.report.SampleBuffer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What was traded at each venue so far, by agents and background alike. */
public final class TurnoverChart implements ChartKind {
    @Override
    public String name() {
        return "turnover";
    }

    @Override
    public String title() {
        return "Turnover per venue";
    }

    @Override
    public String unit() {
        return "quote asset";
    }

    @Override
    public String definition() {
        return "Sum of the notionals of all trades at a venue; of a match in an order book, the taker's side counts.";
    }

    @Override
    public ChartSection section() {
        return ChartSection.FILLS;
    }

    @Override
    public int place() {
        return 250;
    }

    @Override
    public boolean appliesTo(RunFolder run) {
        return run.summary().venues().size() > 1;
    }

    @Override
    public List<Chart> charts(RunFolder run) throws IOException {
        Map<String, Turnover> venues = new TreeMap<>();
        run.trades(fill ->
                venues.computeIfAbsent(fill.venue(), _ -> new Turnover()).add(fill));
        List<Chart.Line> lines = new ArrayList<>();
        venues.forEach((venue, turnover) ->
                lines.add(Chart.Line.of(venue, Palette.VENUES + lines.size(), turnover.samples.exactly())));
        return List.of(Chart.of(title(), run.summary().quote(), definition(), lines));
    }

    private static final class Turnover {
        private final SampleBuffer samples = new SampleBuffer();
        private double sum;

        void add(Fill fill) {
            if (!fill.maker()) {
                sum += fill.notional();
                samples.add(fill.seconds(), sum);
            }
        }
    }
}
