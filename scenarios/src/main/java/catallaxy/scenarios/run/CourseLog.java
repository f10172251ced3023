package catallaxy.scenarios.run;

import catallaxy.environment.market.Market;
import catallaxy.environment.market.engine.MarketEngine;
import catallaxy.environment.market.role.Seat;
import catallaxy.environment.market.trace.MarketEvent;
import catallaxy.environment.market.venue.VenueSpec;
import catallaxy.scenarios.JsonText;
import catallaxy.scenarios.folder.EquityRow;
import catallaxy.scenarios.folder.Metric;
import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Writes the course of a run at regular simulated times: {@code metrics.jsonl} and {@code equity.csv}. */
final class CourseLog implements Closeable {
    private static final double NANOS = 1e9;
    private static final double GWEI = 1e9;

    private final RunNames names;
    private final BufferedWriter metrics;
    private final CsvLog<EquityRow> equity;
    private final EquityTrack[] tracks;
    private final long[] blockGas;

    CourseLog(Path metricsFile, Path equityFile, RunNames names, int agents) throws IOException {
        this.names = names;
        this.metrics = RunFiles.open(metricsFile, "");
        this.equity = new CsvLog<>(equityFile, EquityRow.class);
        this.tracks = new EquityTrack[agents];
        for (int agent = 0; agent < agents; agent++) {
            tracks[agent] = new EquityTrack();
        }
        this.blockGas = new long[names.engine().spec().chains().size()];
    }

    void produced(MarketEvent.BlockProduced block) {
        blockGas[block.chain()] = block.gasUsed();
    }

    EquityTrack track(int agent) {
        return tracks[agent];
    }

    /** Writes the agents' equity now: at the world's prices, and at the venues'. */
    void sampleEquity(long timeNanos) throws IOException {
        Market market = names.market();
        for (int agent = 0; agent < tracks.length; agent++) {
            int participant = market.seat(agent).participant();
            double value = market.engine().equity(participant);
            tracks[agent].add(value);
            double shown = market.engine().equityAtVenues(participant);
            equity.add(new EquityRow(
                    RunDecimals.exactSeconds(timeNanos), names.agentId(agent), value, tracks[agent].drawdown(), shown));
        }
    }

    /** Writes prices, spreads, fees, gas and the agents' state now. */
    void sampleMetrics(long timeNanos) throws IOException {
        Market market = names.market();
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("timeSeconds", timeNanos / NANOS);
        addWorld(line, market.engine());
        addChains(line, market.engine());
        addVenues(line, market.engine());
        for (int agent = 0; agent < tracks.length; agent++) {
            addAgent(line, market, agent);
        }
        line.replaceAll((_, value) -> value instanceof Double number ? RunDecimals.rounded(number) : value);
        metrics.write(JsonText.of(line));
        metrics.write('\n');
    }

    private void addWorld(Map<String, Object> line, MarketEngine engine) {
        for (int i = 0; i < engine.world().spec().assets().size(); i++) {
            String asset = engine.world().spec().assets().get(i).asset();
            line.put(Metric.WORLD_PRICE.of(asset), engine.world().price(i));
        }
        line.put(Metric.WORLD_REGIME, engine.world().regime().name());
    }

    private void addChains(Map<String, Object> line, MarketEngine engine) {
        for (int chain = 0; chain < blockGas.length; chain++) {
            line.put(Metric.CHAIN_BASE_FEE.of(names.chain(chain)), engine.baseFeeWei(chain) / GWEI);
            line.put(Metric.CHAIN_GAS_USED.of(names.chain(chain)), blockGas[chain]);
        }
    }

    private void addVenues(Map<String, Object> line, MarketEngine engine) {
        for (int venue = 0; venue < engine.spec().venues().size(); venue++) {
            VenueSpec spec = names.venue(venue);
            line.put(Metric.VENUE_PRICE.of(spec.id()), engine.price(venue));
            if (spec instanceof VenueSpec.Book) {
                double spread = engine.bestAsk(venue) - engine.bestBid(venue);
                line.put(Metric.VENUE_SPREAD.of(spec.id()), 1e4 * spread / engine.price(venue));
            }
        }
    }

    private void addAgent(Map<String, Object> line, Market market, int agent) {
        Seat seat = market.seat(agent);
        String id = names.agentId(agent);
        line.put(Metric.AGENT_EQUITY.of(id), market.engine().equity(seat.participant()));
        line.put(Metric.AGENT_EQUITY_AT_VENUES.of(id), market.engine().equityAtVenues(seat.participant()));
        line.put(Metric.AGENT_SCALE.of(id), seat.scale());
        for (int asset = 0; asset < market.engine().spec().assets().size(); asset++) {
            line.put(
                    Metric.inventory(id).of(names.asset(asset)),
                    market.engine().totalHolding(seat.participant(), asset));
        }
    }

    void flush() throws IOException {
        metrics.flush();
        equity.flush();
    }

    @Override
    public void close() throws IOException {
        metrics.close();
        equity.close();
    }
}
