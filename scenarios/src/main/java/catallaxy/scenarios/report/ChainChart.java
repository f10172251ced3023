package catallaxy.scenarios.report;

import catallaxy.scenarios.folder.Metric;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Base fee and gas of each chain, beside each other, and then what blobs cost where there are any. */
public final class ChainChart implements ChartKind {
    @Override
    public String name() {
        return "chain";
    }

    @Override
    public String title() {
        return "Base fee and gas used of a chain, two charts for each; the blob base fee of one with blobs";
    }

    @Override
    public String unit() {
        return "gwei and gas";
    }

    @Override
    public String definition() {
        return Term.BASE_FEE.definition() + " " + Term.GAS_USED.definition() + " " + Term.BLOB_BASE_FEE.definition();
    }

    @Override
    public ChartSection section() {
        return ChartSection.CHAINS;
    }

    @Override
    public int place() {
        return 100;
    }

    @Override
    public boolean appliesTo(RunFolder run) {
        return !run.metrics().matching(Metric.CHAIN_BASE_FEE).isEmpty();
    }

    @Override
    public List<Chart> charts(RunFolder run) {
        Map<String, Samples> gas = run.metrics().matching(Metric.CHAIN_GAS_USED);
        var charts = new ArrayList<Chart>();
        run.metrics().matching(Metric.CHAIN_BASE_FEE).forEach((chain, fees) -> {
            int color = charts.size() / 2;
            charts.add(Chart.of(
                    "Base fee · " + chain,
                    "gwei",
                    Term.BASE_FEE.definition(),
                    List.of(Chart.Line.of(chain, color, fees))));
            charts.add(Chart.of(
                    "Gas used · " + chain,
                    "gas",
                    Term.GAS_USED.definition(),
                    List.of(Chart.Line.of(chain, color, gas.getOrDefault(chain, Samples.NONE)))));
        });
        run.metrics()
                .matching(Metric.CHAIN_BLOB_BASE_FEE)
                .forEach((chain, fees) -> charts.add(Chart.of(
                        "Blob base fee · " + chain,
                        "gwei",
                        Term.BLOB_BASE_FEE.definition(),
                        List.of(Chart.Line.of(chain, charts.size() / 2, fees)))));
        return charts;
    }
}
