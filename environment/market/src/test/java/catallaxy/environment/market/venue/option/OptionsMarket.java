package catallaxy.environment.market.venue.option;

import static catallaxy.environment.market.engine.TestMarket.ETH;
import static catallaxy.environment.market.engine.TestMarket.MAINNET;
import static catallaxy.environment.market.engine.TestMarket.USDC;

import catallaxy.environment.api.command.Amount;
import catallaxy.environment.api.command.Call;
import catallaxy.environment.api.venue.OptionMarket;
import catallaxy.environment.api.venue.OptionRight;
import catallaxy.environment.api.venue.OptionVault;
import catallaxy.environment.api.venue.WriterMargin;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import catallaxy.environment.market.engine.EngineSpec;
import catallaxy.environment.market.engine.MarketEngine;
import catallaxy.environment.market.engine.TestMarket;
import catallaxy.environment.market.oracle.OracleKind;
import catallaxy.environment.market.oracle.OracleSpec;
import catallaxy.environment.market.trace.MarketEvent;
import catallaxy.environment.market.venue.VenueSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A market of calls and puts at 1,800, 2,000 and 2,200 over six and twelve hours, each expiry's strikes in turn, each a call and a put. */
final class OptionsMarket {
    static final long SECOND = 1_000_000_000L;
    static final long HOUR = 3_600 * SECOND;
    static final QuotedSurface SURFACE = QuotedSurface.flat(new VolatilitySurface(-0.2, 0.8, 0.4));
    static final OptionSpec.Terms TERMS = new OptionSpec.Terms(SURFACE, 0.7, 0, 0.03, 0.5, OptionSpec.Demand.NONE);
    static final OptionSpec.Terms PUSHED =
            new OptionSpec.Terms(SURFACE, 0.7, HOUR, 0.03, 0.5, new OptionSpec.Demand(0.5, 2.0 * HOUR));
    static final MarginTerms MARGIN = new MarginTerms(0.15, 0.3, 0.02, 1.1, 0.05);
    static final int CALL = 2;
    static final int PUT = 3;

    final List<MarketEvent> events = new ArrayList<>();
    final int venue;
    final MarketEngine market;

    private OptionsMarket(MarketEngine market, int venue) {
        this.market = market;
        this.venue = venue;
        market.observe(events::add);
    }

    static OptionsMarket of(double volatility, OptionSpec.Terms terms, Optional<MarginTerms> margin, long seed) {
        EngineSpec known = TestMarket.spec(volatility, 0);
        List<VenueSpec> venues = new ArrayList<>(known.venues());
        venues.add(new OptionSpec(
                "options",
                MAINNET,
                ETH,
                USDC,
                series(),
                TestMarket.units(ETH, "30"),
                TestMarket.units(USDC, "60000"),
                0.003,
                terms,
                margin,
                new OracleSpec(OracleKind.WORLD, MAINNET, List.of(ETH, USDC), 1800)));
        EngineSpec spec = new EngineSpec(
                known.assets(),
                known.quoteAsset(),
                known.chains(),
                known.exchanges(),
                venues,
                known.bridges(),
                known.world());
        return new OptionsMarket(MarketEngine.of(spec, seed), spec.venue("options"));
    }

    private static List<OptionSeries> series() {
        List<OptionSeries> series = new ArrayList<>();
        for (long hours : List.of(6L, 12L)) {
            for (String strike : List.of("1800", "2000", "2200")) {
                for (OptionRight right : OptionRight.values()) {
                    series.add(new OptionSeries(
                            right, TestMarket.units(USDC, strike), TestMarket.units(ETH, "1"), hours * HOUR));
                }
            }
        }
        return series;
    }

    int open(String name) {
        return market.openParticipant(name, TestMarket.plenty());
    }

    int account(int participant) {
        return market.accounts().free(participant, MAINNET);
    }

    OptionMarket options() {
        return market.offered(venue, OptionMarket.class);
    }

    OptionVault vault() {
        return market.offered(venue, OptionVault.class);
    }

    WriterMargin margins() {
        return market.offered(venue, WriterMargin.class);
    }

    void until(long nanos) {
        while (market.hasEventUntil(nanos)) {
            market.advance();
        }
    }

    /** Why it reverted; empty if it did not. */
    String execute(int who, Call call) {
        events.clear();
        market.submit(who, market.transaction(MAINNET, call, market.timeNanos() + 600 * SECOND));
        until(market.timeNanos() + 60 * SECOND);
        return events.stream()
                .filter(MarketEvent.TransactionExecuted.class::isInstance)
                .map(MarketEvent.TransactionExecuted.class::cast)
                .reduce((first, last) -> last)
                .orElseThrow()
                .reason();
    }

    String buy(int who, int series, String quantity) {
        return execute(who, options().buy(series, TestMarket.units(ETH, quantity), UInt256.MAX));
    }

    String sell(int who, int series, String quantity) {
        return execute(who, options().sell(series, TestMarket.units(ETH, quantity), UInt256.ZERO));
    }

    String post(int who, String dollars) {
        return execute(who, margins().post(Amount.of(TestMarket.units(USDC, dollars))));
    }

    /** A detail of the last event of a name, whole units. */
    double told(String change, String detail, int asset) {
        return events.stream()
                .filter(MarketEvent.VenueChanged.class::isInstance)
                .map(MarketEvent.VenueChanged.class::cast)
                .filter(each -> each.change().equals(change))
                .flatMap(each -> each.details().stream())
                .filter(each -> each.name().equals(detail))
                .mapToDouble(each -> market.ledger().toWhole(asset, each.units()))
                .sum();
    }

    /** The same market from its saved bytes. */
    OptionsMarket reloaded() {
        StateWriter out = new StateWriter();
        market.save(out);
        return new OptionsMarket(market.restored(new StateReader(out.toBytes())), venue);
    }

    OptionsMarket copy() {
        return new OptionsMarket(market.copy(), venue);
    }
}
