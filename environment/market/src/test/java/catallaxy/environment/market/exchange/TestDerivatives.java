package catallaxy.environment.market.exchange;

import catallaxy.environment.api.command.MarketCommand;
import catallaxy.environment.api.command.Side;
import catallaxy.environment.api.command.TimeInForce;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import catallaxy.environment.market.account.Accounts;
import catallaxy.environment.market.account.Settlement;
import catallaxy.environment.market.book.SelfTradePrevention;
import catallaxy.environment.market.ledger.AssetSpec;
import catallaxy.environment.market.ledger.Ledger;
import catallaxy.environment.market.margin.DerivativeSpec;
import catallaxy.environment.market.margin.ExpiryTerms;
import catallaxy.environment.market.margin.FundingTerms;
import catallaxy.environment.market.margin.IndexSource;
import catallaxy.environment.market.margin.MarginMode;
import catallaxy.environment.market.margin.MarginRates;
import catallaxy.environment.market.margin.MarkTerms;
import catallaxy.environment.market.margin.Positions;
import catallaxy.environment.market.trace.MarketEvent;
import catallaxy.environment.market.venue.VenueSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An exchange with markets of derivatives and commands that arrive at once: 3 quote units a tick of a lot, no band around the index,
 * 10 % initial and 5 % maintenance margin, a liquidation fee of 1 %. The first mark is 1,000 ticks.
 */
final class TestDerivatives {
    static final int BASE = 0;
    static final int QUOTE = 1;
    static final long FIRST = 1_000;
    static final long UNITS = 3;
    static final long SECOND = 1_000_000_000L;
    static final long HOUR = 3_600 * SECOND;
    static final long SETTLEMENT_WINDOW = 10 * SECOND;

    private static final int FEES = 1;

    final List<MarketEvent> events = new ArrayList<>();
    final Settlement settlement;
    final Exchange exchange;
    final int participants;
    List<BookMarket> markets;
    long now;

    static DerivativeSpec perpetual(MarginMode mode, long capPips) {
        return DerivativeSpec.perpetual(margin(mode), terms(0), new FundingTerms(HOUR, 100, 500, capPips));
    }

    static DerivativeSpec future(MarginMode mode) {
        return DerivativeSpec.future(margin(mode), terms(0), new ExpiryTerms(HOUR, SETTLEMENT_WINDOW));
    }

    static MarginRates margin(MarginMode mode) {
        return new MarginRates(mode, 100_000, 50_000, 10_000, 0);
    }

    static MarkTerms terms(long bandPips) {
        return new MarkTerms(IndexSource.WORLD, SECOND, SECOND, bandPips, 0);
    }

    /** Markets of one house with some participants, each with as much free. */
    TestDerivatives(List<DerivativeSpec> specs, long[] free, long insurance, long makerPips, long takerPips) {
        participants = free.length;
        exchange = new Exchange(new ExchangeSpec("spot", makerPips, takerPips, 0, 0, 0, 0), 0, FEES);
        Ledger ledger = new Ledger(List.of(new AssetSpec("BASE", 3), new AssetSpec("QUOTE", 2)));
        int issuer = ledger.openIssuer("genesis");
        ledger.openAccount("fees");
        int pot = ledger.openAccount("pot");
        int fund = ledger.openAccount("insurance");
        settlement = new Settlement(ledger, new Accounts(List.of("spot"), List.of("house")), specs.size());
        settlement.log().sink(events::add);
        settlement.mark(QUOTE, 1);
        for (int who = 0; who < participants; who++) {
            settlement.openParticipant("p" + who);
            ledger.issue(issuer, freeAccount(who), QUOTE, UInt256.of(free[who]));
        }
        ledger.issue(issuer, fund, QUOTE, UInt256.of(insurance));
        markets = new ArrayList<>();
        for (DerivativeSpec spec : specs) {
            VenueSpec.Book book =
                    new VenueSpec.Book("m" + markets.size(), 0, BASE, QUOTE, 1_000, UNITS, Optional.of(spec));
            markets.add(new BookMarket(markets.size(), book, SelfTradePrevention.CANCEL_RESTING));
            markets.getLast().margined().open(FIRST);
        }
        MarginMode mode = specs.getFirst().margin().margin();
        secure(new ClearingHouse("house", 0, mode, pot, fund));
    }

    /** One market, without fees. */
    static TestDerivatives of(DerivativeSpec spec, long insurance, long... free) {
        return new TestDerivatives(List.of(spec), free, insurance, 0, 0);
    }

    private void secure(ClearingHouse house) {
        markets.forEach(each -> each.secure(house, markets));
    }

    /** Goes on with markets that were written and read again. */
    void reload() {
        ClearingHouse house = market().house();
        List<BookMarket> loaded = new ArrayList<>();
        for (BookMarket each : markets) {
            StateWriter out = new StateWriter();
            each.save(out);
            StateReader in = new StateReader(out.toBytes());
            loaded.add(BookMarket.load(in, each.venue(), each.spec()));
            in.end();
        }
        markets = loaded;
        secure(house);
    }

    BookMarket market() {
        return markets.getFirst();
    }

    Positions positions() {
        return market().margined();
    }

    int freeAccount(int who) {
        return settlement.accounts().free(who, 0);
    }

    private long units(int account) {
        return settlement.ledger().balance(account, QUOTE).longValueExact();
    }

    long free(int who) {
        return units(freeAccount(who));
    }

    long margin(int who) {
        return units(settlement.accounts().margin(who, 0));
    }

    long money(int who) {
        return free(who) + margin(who);
    }

    long insurance() {
        return units(market().house().fund());
    }

    long pot() {
        return units(market().house().pot());
    }

    long fees() {
        return units(FEES);
    }

    Margins margins() {
        return new Margins(settlement, market(), 0);
    }

    Optional<Rejection> place(int venue, int who, Side side, TimeInForce force, long id, long ticks, long lots) {
        MarketCommand.PlaceOrder order = new MarketCommand.PlaceOrder(venue, side, force, id, ticks, lots);
        return exchange.place(settlement, now, markets.get(venue), who, order);
    }

    Optional<Rejection> buy(int who, long id, long ticks, long lots) {
        return place(0, who, Side.BUY, TimeInForce.GTC, id, ticks, lots);
    }

    Optional<Rejection> sell(int who, long id, long ticks, long lots) {
        return place(0, who, Side.SELL, TimeInForce.GTC, id, ticks, lots);
    }

    /** A trade of two participants at a price. */
    void trade(int buyer, int seller, long ticks, long lots) {
        long id = 1_000_000L + events.size();
        Optional<Rejection> asked = sell(seller, id, ticks, lots);
        Optional<Rejection> bought = place(0, buyer, Side.BUY, TimeInForce.FOK, id, ticks, lots);
        if (asked.isPresent() || bought.isPresent()) {
            throw new AssertionError(asked + ", " + bought);
        }
    }

    void mark(int venue, long indexTicks) {
        now += SECOND;
        exchange.mark(settlement, now, markets.get(venue), indexTicks, 1);
    }

    void mark(long indexTicks) {
        mark(0, indexTicks);
    }

    List<MarketEvent.VenueChanged> changes(String change) {
        return events.stream()
                .filter(MarketEvent.VenueChanged.class::isInstance)
                .map(MarketEvent.VenueChanged.class::cast)
                .filter(each -> each.change().equals(change))
                .toList();
    }

    static long detail(MarketEvent.VenueChanged event, String name) {
        return event.details().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow()
                .units()
                .longValueExact();
    }
}
