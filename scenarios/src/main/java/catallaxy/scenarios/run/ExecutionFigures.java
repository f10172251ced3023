package catallaxy.scenarios.run;

import catallaxy.scenarios.attribution.ExecutionQuality;
import catallaxy.scenarios.attribution.FillKind;
import catallaxy.scenarios.attribution.FillMeasures;
import catallaxy.scenarios.attribution.HoldingsTrack;
import catallaxy.scenarios.attribution.RestingQuotes;
import catallaxy.scenarios.folder.AgentExecution;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a summary says of how an agent traded. Pure functions. */
final class ExecutionFigures {
    private ExecutionFigures() {}

    /**
     * The figures of an agent.
     *
     * @param sampleSeconds between two samples of its holdings
     * @param traded        its volume
     */
    static AgentExecution of(
            RunNames names,
            ExecutionQuality quality,
            HoldingsTrack holdings,
            int agent,
            double sampleSeconds,
            double traded) {
        List<AgentExecution.MarkOut> marksOut = new ArrayList<>();
        List<AgentExecution.SpreadOfFills> spreads = new ArrayList<>();
        for (FillKind kind : FillKind.values()) {
            FillMeasures measures = quality.fills(agent, kind);
            if (measures.fills() > 0) {
                String liquidity = kind.name().toLowerCase(Locale.ROOT);
                spreads.add(spread(liquidity, measures));
                addMarksOut(marksOut, liquidity, measures);
            }
        }
        return new AgentExecution(
                marksOut,
                spreads,
                quoting(quality.quotes(agent), names.market().endNanos()),
                RunDecimals.rounded(traded / holdings.meanEquity()),
                RunDecimals.rounded(holdings.meanExposure()),
                RunDecimals.rounded(holdings.maxExposure()),
                inventories(names, holdings, sampleSeconds));
    }

    private static void addMarksOut(List<AgentExecution.MarkOut> all, String liquidity, FillMeasures measures) {
        for (int horizon = 0; horizon < FillMeasures.SECONDS.size(); horizon++) {
            all.add(new AgentExecution.MarkOut(
                    liquidity,
                    FillMeasures.SECONDS.get(horizon),
                    measures.markedOut(horizon),
                    RunDecimals.rounded(measures.markOutBps(horizon)),
                    RunDecimals.rounded(measures.weightedMarkOutBps(horizon))));
        }
    }

    private static AgentExecution.SpreadOfFills spread(String liquidity, FillMeasures measures) {
        return new AgentExecution.SpreadOfFills(
                liquidity,
                measures.fills(),
                RunDecimals.rounded(measures.quotedBps()),
                RunDecimals.rounded(measures.effectiveBps()),
                RunDecimals.rounded(measures.realisedBps()));
    }

    private static AgentExecution.Quoting quoting(RestingQuotes quotes, long endNanos) {
        return new AgentExecution.Quoting(
                quotes.orders(),
                quotes.ordersFilled(),
                RunDecimals.rounded(quotes.orderFillRatio()),
                RunDecimals.rounded(quotes.quantityFillRatio()),
                RunDecimals.rounded(quotes.twoSidedShare(endNanos)),
                RunDecimals.rounded(quotes.aheadAtPlacement()),
                RunDecimals.rounded(quotes.aheadOfFilled()));
    }

    private static List<AgentExecution.HalfLife> inventories(RunNames names, HoldingsTrack holdings, double seconds) {
        List<AgentExecution.HalfLife> all = new ArrayList<>();
        int assets = names.engine().spec().assets().size();
        for (int asset = 0; asset < assets; asset++) {
            double samples = holdings.halfLife(asset);
            if (asset != names.engine().spec().quoteAsset() && Double.isFinite(samples)) {
                all.add(new AgentExecution.HalfLife(names.asset(asset), RunDecimals.rounded(samples * seconds)));
            }
        }
        return all;
    }
}
