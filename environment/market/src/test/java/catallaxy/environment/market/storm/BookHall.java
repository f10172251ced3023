package catallaxy.environment.market.storm;

import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import catallaxy.environment.market.account.Accounts;
import catallaxy.environment.market.account.Settlement;
import catallaxy.environment.market.book.SelfTradePrevention;
import catallaxy.environment.market.exchange.BookMarket;
import catallaxy.environment.market.exchange.ClearingHouse;
import catallaxy.environment.market.exchange.Exchange;
import catallaxy.environment.market.exchange.ExchangeSpec;
import catallaxy.environment.market.ledger.AssetSpec;
import catallaxy.environment.market.ledger.Ledger;
import catallaxy.environment.market.margin.DerivativeSpec;
import catallaxy.environment.market.margin.ExpiryTerms;
import catallaxy.environment.market.margin.FundingTerms;
import catallaxy.environment.market.margin.IndexSource;
import catallaxy.environment.market.margin.MarginMode;
import catallaxy.environment.market.margin.MarginRates;
import catallaxy.environment.market.margin.MarkTerms;
import catallaxy.environment.market.venue.VenueSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An exchange alone with a spot market, a perpetual and a future that share a clearing house; commands arrive at once. */
final class BookHall {
    static final int BASE = 0;
    static final int QUOTE = 1;
    static final int SPOT = 0;
    static final int MARKETS = 3;
    static final long FIRST_TICKS = 1_000;

    private static final int FEES = 1;
    private static final long SECOND = 1_000_000_000L;
    private static final long HOUR = 3_600 * SECOND;

    final Settlement settlement;
    final Exchange exchange;
    final List<BookMarket> markets;
    long now;
    long indexTicks = FIRST_TICKS;
    private final ClearingHouse house;

    BookHall(Draw draw) {
        exchange =
                new Exchange(new ExchangeSpec("spot", draw.below(20_000L), draw.below(30_000L), 0, 0, 0, 0), 0, FEES);
        Ledger ledger = new Ledger(List.of(new AssetSpec("BASE", 3), new AssetSpec("QUOTE", 2)));
        int issuer = ledger.openIssuer("genesis");
        ledger.openAccount("fees");
        MarginMode mode = draw.oneIn(2) ? MarginMode.CROSS : MarginMode.ISOLATED;
        house = new ClearingHouse("house", 0, mode, ledger.openAccount("pot"), ledger.openAccount("insurance"));
        settlement = new Settlement(ledger, new Accounts(List.of("spot"), List.of("house")), MARKETS);
        settlement.mark(QUOTE, 1);
        for (int who = 0; who < StormPlan.PARTICIPANTS; who++) {
            int account = settlement.accounts().free(settlement.openParticipant("p" + who), 0);
            ledger.issue(issuer, account, BASE, draw.ofBits(draw.between(20, 60)));
            ledger.issue(issuer, account, QUOTE, draw.ofBits(draw.between(20, 60)));
        }
        ledger.issue(issuer, house.fund(), QUOTE, UInt256.of(draw.below(1_000_000L)));
        markets = markets(draw, mode);
        secure();
    }

    private BookHall(BookHall other, Settlement settlement, List<BookMarket> markets) {
        this.settlement = settlement;
        this.exchange = other.exchange;
        this.markets = markets;
        this.house = other.house;
        this.now = other.now;
        this.indexTicks = other.indexTicks;
        secure();
    }

    private static List<BookMarket> markets(Draw draw, MarginMode mode) {
        MarginRates margin = new MarginRates(mode, 100_000, 50_000, 10_000, 0);
        MarkTerms mark = new MarkTerms(IndexSource.WORLD, SECOND, SECOND, draw.oneIn(2) ? 0 : 50_000, 0);
        List<BookMarket> all = new ArrayList<>();
        SelfTradePrevention[] preventions = SelfTradePrevention.values();
        SelfTradePrevention prevention = preventions[draw.below(preventions.length)];
        for (Optional<DerivativeSpec> each : List.of(
                Optional.<DerivativeSpec>empty(),
                Optional.of(DerivativeSpec.perpetual(margin, mark, new FundingTerms(HOUR, 100, 500, 10_000))),
                Optional.of(DerivativeSpec.future(margin, mark, new ExpiryTerms(20 * HOUR, 10 * SECOND))))) {
            VenueSpec.Book spec = new VenueSpec.Book("m" + all.size(), 0, BASE, QUOTE, 1_000, 3, each);
            all.add(new BookMarket(all.size(), spec, prevention));
            all.getLast().positions().ifPresent(positions -> positions.open(FIRST_TICKS));
        }
        return all;
    }

    private void secure() {
        List<BookMarket> margined = markets.subList(1, MARKETS);
        margined.forEach(each -> each.secure(house, margined));
    }

    BookHall copy() {
        return new BookHall(
                this, settlement.copy(), markets.stream().map(BookMarket::copy).toList());
    }

    /** Written and read back. */
    BookHall restored() {
        StateWriter out = new StateWriter();
        settlement.save(out);
        Settlement read = Settlement.load(new StateReader(out.toBytes()), settlement.accounts());
        return new BookHall(this, read, markets.stream().map(BookHall::reread).toList());
    }

    private static BookMarket reread(BookMarket market) {
        StateWriter out = new StateWriter();
        market.save(out);
        StateReader in = new StateReader(out.toBytes());
        BookMarket read = BookMarket.load(in, market.venue(), market.spec());
        in.end();
        return read;
    }

    byte[] written() {
        StateWriter out = new StateWriter();
        settlement.save(out);
        markets.forEach(each -> each.save(out));
        return out.toBytes();
    }

    /**
     * Markets and, of a spot market, balances, written, without what only counts what was done. At markets of derivatives every command
     * moves its sender's margin to what it must be by now, between two accounts of the sender.
     */
    byte[] traces(BookMarket market) {
        StateWriter out = new StateWriter();
        Ledger ledger = settlement.ledger();
        for (int account = 0; account < ledger.accounts() && market.positions().isEmpty(); account++) {
            for (int asset = 0; asset < ledger.assets(); asset++) {
                (ledger.isIssuer(account) ? ledger.issued(account, asset) : ledger.balance(account, asset)).save(out);
            }
        }
        markets.forEach(each -> each.save(out));
        return out.toBytes();
    }

    /** What is wrong with positions and pot; empty if nothing is. */
    Optional<String> fault() {
        for (BookMarket each : markets.subList(1, MARKETS)) {
            if (each.margined().sum() != 0) {
                return Optional.of("positions of " + each.spec().id() + " add up to "
                        + each.margined().sum());
            }
        }
        UInt256 pot = settlement.ledger().balance(house.pot(), QUOTE);
        return pot.isZero() ? Optional.empty() : Optional.of(pot + " in the pot");
    }

    UInt256 held(int who, int asset) {
        return settlement.ledger().balance(settlement.accounts().held(who), asset);
    }

    /** What a participant's margin account has. */
    UInt256 margin(int who) {
        return settlement.ledger().balance(settlement.accounts().margin(who, 0), QUOTE);
    }
}
