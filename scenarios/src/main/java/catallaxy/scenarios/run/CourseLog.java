package catallaxy.scenarios.run;

import catallaxy.environment.api.venue.Lending;
import catallaxy.environment.api.venue.MarginMarket;
import catallaxy.environment.api.venue.OptionMarket;
import catallaxy.environment.api.venue.OptionRight;
import catallaxy.environment.market.Market;
import catallaxy.environment.market.engine.MarketEngine;
import catallaxy.environment.market.trace.MarketEvent;
import catallaxy.environment.market.world.PriceSpec;
import catallaxy.scenarios.JsonText;
import catallaxy.scenarios.file.value.Decimals;
import catallaxy.scenarios.folder.EquityRow;
import catallaxy.scenarios.folder.Metric;
import java.io.Closeable;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleSupplier;

/** Writes the course of a run at regular simulated times: {@code metrics.jsonl} and {@code equity.csv}. */
final class CourseLog implements Closeable {
    private static final double NANOS = 1e9;
    private static final double BPS = 1e4;
    private static final double GWEI = 1e9;

    private final RunNames names;
    private final JsonText.Lines metrics;
    private final CsvLog<EquityRow> equity;
    private final EquityTrack[] tracks;
    private final long[] blockGas;
    private final List<Series> worldPrices;
    private final List<Series> baseFees;
    private final List<String> gasUsed;
    private final List<Series> others = new ArrayList<>();

    CourseLog(Path metricsFile, Path equityFile, RunNames names, int agents) throws IOException {
        this.names = names;
        this.metrics = new JsonText.Lines(RunFiles.open(metricsFile, ""));
        this.equity = new CsvLog<>(equityFile, EquityRow.class);
        this.tracks = new EquityTrack[agents];
        for (int agent = 0; agent < agents; agent++) {
            tracks[agent] = new EquityTrack();
        }
        this.blockGas = new long[names.engine().spec().chains().size()];
        this.worldPrices = worldPrices();
        this.baseFees = baseFees();
        this.gasUsed = names.engine().spec().chains().stream()
                .map(chain -> Metric.CHAIN_GAS_USED.of(chain.id()))
                .toList();
        addBlobs(others);
        addBridges(others);
        addVenues(others);
        for (int agent = 0; agent < agents; agent++) {
            addAgent(others, agent);
        }
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
            tracks[agent].add(timeNanos / NANOS, value);
            double shown = market.engine().equityAtVenues(participant);
            equity.add(new EquityRow(
                    RunDecimals.exactSeconds(timeNanos), names.agentId(agent), value, tracks[agent].drawdown(), shown));
        }
    }

    /** Writes prices, spreads, fees, gas and the agents' state now. */
    void sampleMetrics(long timeNanos) throws IOException {
        metrics.begin();
        metrics.number("timeSeconds", RunDecimals.rounded(timeNanos / NANOS));
        write(worldPrices);
        metrics.text(Metric.WORLD_REGIME, names.engine().world().regime().name());
        for (int chain = 0; chain < blockGas.length; chain++) {
            write(baseFees.get(chain));
            metrics.number(gasUsed.get(chain), blockGas[chain]);
        }
        write(others);
        metrics.end();
    }

    private void write(List<Series> all) throws IOException {
        for (Series each : all) {
            write(each);
        }
    }

    private void write(Series each) throws IOException {
        metrics.number(each.name(), RunDecimals.rounded(each.now().getAsDouble()));
    }

    /** A series of the metrics, and where its value comes from. */
    private record Series(String name, DoubleSupplier now) {}

    private List<Series> worldPrices() {
        List<Series> all = new ArrayList<>();
        List<PriceSpec> assets = names.engine().world().spec().assets();
        for (int i = 0; i < assets.size(); i++) {
            int asset = i;
            all.add(new Series(
                    Metric.WORLD_PRICE.of(assets.get(i).asset()),
                    () -> names.engine().world().price(asset)));
        }
        return all;
    }

    private List<Series> baseFees() {
        List<Series> all = new ArrayList<>();
        for (int i = 0; i < blockGas.length; i++) {
            int chain = i;
            all.add(new Series(
                    Metric.CHAIN_BASE_FEE.of(names.chain(i)),
                    () -> names.engine().baseFeeWei(chain) / GWEI));
        }
        return all;
    }

    private void addBlobs(List<Series> all) {
        for (int i = 0; i < blockGas.length; i++) {
            int chain = i;
            if (names.engine().chain(chain).blobBaseFeeWei() > 0) {
                all.add(new Series(
                        Metric.CHAIN_BLOB_BASE_FEE.of(names.chain(i)),
                        () -> names.engine().chain(chain).blobBaseFeeWei() / GWEI));
            }
        }
    }

    private void addBridges(List<Series> all) {
        for (int i = 0; i < names.engine().spec().bridges().size(); i++) {
            int bridge = i;
            String id = names.engine().spec().bridges().get(i).id();
            all.add(new Series(
                    Metric.BRIDGE_IN_TRANSIT.of(id), () -> BridgeTally.inTransitWorth(names.engine(), bridge)));
            if (names.engine().spec().bridges().get(i).committee().exists()) {
                all.add(new Series(Metric.BRIDGE_BACKING.of(id), () -> BridgeTally.backing(names.engine(), bridge)));
            }
        }
    }

    private void addVenues(List<Series> all) {
        for (int i = 0; i < names.engine().spec().venues().size(); i++) {
            int venue = i;
            String id = names.venue(i).id();
            if (names.venue(i).isPair()) {
                all.add(new Series(
                        Metric.VENUE_PRICE.of(id), () -> names.engine().price(venue)));
            }
            names.engine().venue(venue, Lending.class).ifPresent(lending -> addLending(all, venue, lending.assets()));
            names.engine().venue(venue, MarginMarket.class).ifPresent(market -> addMargined(all, id, market));
            names.engine().venue(venue, OptionMarket.class).ifPresent(options -> addOptions(all, venue, options));
            if (names.engine().isBook(venue)) {
                all.add(new Series(Metric.VENUE_SPREAD.of(id), () -> spreadBps(names.engine(), venue)));
            }
        }
    }

    private static void addMargined(List<Series> all, String id, MarginMarket market) {
        all.add(new Series(Metric.VENUE_OPEN_INTEREST.of(id), market::openInterest));
        all.add(new Series(Metric.VENUE_MARK_PREMIUM.of(id), () -> BPS * (market.mark() / market.index() - 1)));
        all.add(new Series(Metric.VENUE_FUNDING.of(id), () -> BPS * market.fundingRate()));
        all.add(new Series(Metric.VENUE_LIQUIDATED.of(id), market::liquidated));
        all.add(new Series(Metric.VENUE_DELEVERAGED.of(id), market::deleveraged));
        all.add(new Series(Metric.VENUE_INSURANCE.of(id), market::insurance));
    }

    private void addLending(List<Series> all, int venue, List<Integer> assets) {
        String id = names.venue(venue).id();
        all.add(new Series(Metric.VENUE_BAD_DEBT.of(id), () -> lending(venue).badDebt()));
        for (int asset : assets) {
            String symbol = names.asset(asset);
            all.add(new Series(
                    Metric.utilisation(id).of(symbol), () -> lending(venue).utilisation(asset)));
            all.add(new Series(
                    Metric.borrowRate(id).of(symbol), () -> lending(venue).borrowRate(asset)));
            all.add(new Series(
                    Metric.threshold(id).of(symbol), () -> lending(venue).threshold(asset)));
            if (asset != names.engine().spec().quoteAsset()) {
                all.add(new Series(
                        Metric.oraclePrice(id).of(symbol), () -> lending(venue).price(asset)));
            }
        }
    }

    private void addOptions(List<Series> all, int venue, OptionMarket seen) {
        String id = names.venue(venue).id();
        for (long expiry : seen.expiries()) {
            String hours = Decimals.render(BigDecimal.valueOf(expiry)
                    .movePointLeft(9)
                    .divide(BigDecimal.valueOf(3_600), MathContext.DECIMAL32));
            all.add(new Series(
                    Metric.impliedVolatility(id).of(hours), () -> options(venue).volatilityAtMoney(expiry)));
        }
        for (OptionRight right : OptionRight.values()) {
            String name = right.name().toLowerCase(Locale.ROOT);
            all.add(new Series(
                    Metric.openInterest(id).of(name), () -> options(venue).openInterest(right)));
        }
        all.add(new Series(
                Metric.VENUE_PUT_CALL_RATIO.of(id), () -> options(venue).putCallRatio()));
        all.add(new Series(
                Metric.VENUE_GAMMA_EXPOSURE.of(id), () -> options(venue).gammaExposure()));
    }

    private OptionMarket options(int venue) {
        return names.engine().offered(venue, OptionMarket.class);
    }

    private Lending lending(int venue) {
        return names.engine().offered(venue, Lending.class);
    }

    private static double spreadBps(MarketEngine engine, int venue) {
        return BPS * (engine.bestAsk(venue) - engine.bestBid(venue)) / engine.price(venue);
    }

    private void addAgent(List<Series> all, int agent) {
        String id = names.agentId(agent);
        int participant = names.market().seat(agent).participant();
        all.add(new Series(Metric.AGENT_EQUITY.of(id), () -> names.engine().equity(participant)));
        all.add(new Series(
                Metric.AGENT_EQUITY_AT_VENUES.of(id), () -> names.engine().equityAtVenues(participant)));
        all.add(new Series(
                Metric.AGENT_SCALE.of(id), () -> names.market().seat(agent).scale()));
        for (int i = 0; i < names.engine().spec().assets().size(); i++) {
            int asset = i;
            all.add(new Series(
                    Metric.inventory(id).of(names.asset(asset)),
                    () -> names.engine().totalHolding(participant, asset)));
        }
        for (int i = 0; i < names.engine().spec().venues().size(); i++) {
            String series = Metric.position(id).of(names.venue(i).id());
            names.engine()
                    .venue(i, MarginMarket.class)
                    .ifPresent(market -> all.add(new Series(series, () -> market.position(participant))));
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
