package catallaxy.environment.market.population;

import catallaxy.environment.api.command.MarketCommand;
import catallaxy.environment.api.command.Side;
import catallaxy.environment.api.command.TimeInForce;
import catallaxy.environment.base.state.CorruptStateException;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import catallaxy.environment.market.engine.MarketEngine;
import catallaxy.environment.market.trading.Means;
import catallaxy.environment.market.trading.Ticks;
import catallaxy.environment.market.trading.WorldPrice;

/**
 * Keeps a ladder of post-only orders on each of its books around the world's price.
 *
 * <p>The centre leans against the provider's inventory: by up to one half-spread, or as the scenario says, in proportion to how far its base
 * holding is from the initial one (all of it sold or doubled: the full lean). At each refresh it takes all orders away and
 * places the ladder anew, unless the centre has moved by less than a tenth of the half-spread and nothing was filled.
 * Refreshes are equally spaced; the first comes at a random phase.
 */
final class BookProviding implements Behaviour {
    private static final double BPS = 1e-4;
    private static final double TOLERANCE = 0.1;

    private final BookProviderSpec spec;
    private final double[] initialBase;
    private final double[] centres;
    private long nextNanos;
    private long fills;

    private BookProviding(BookProviderSpec spec, double[] initialBase, double[] centres, long nextNanos, long fills) {
        this.spec = spec;
        this.initialBase = initialBase;
        this.centres = centres;
        this.nextNanos = nextNanos;
        this.fills = fills;
    }

    static BookProviding open(BookProviderSpec spec, GroupAccount account, MarketEngine market) {
        double[] initialBase = spec.venues().stream()
                .mapToDouble(venue -> room(spec, account, market, venue))
                .toArray();
        long phase = 1 + account.random().nextLong(spec.refreshNanos());
        return new BookProviding(spec, initialBase, new double[initialBase.length], market.timeNanos() + phase, 0);
    }

    /** The inventory that leans the centre by a half-spread: all that it has, or a position that is worth half its capital. */
    private static double room(BookProviderSpec spec, GroupAccount account, MarketEngine market, int venue) {
        return Means.isMargined(market, venue)
                ? spec.group().capitalQuote()
                        / 2
                        / market.worldPrice(market.spec().venues().get(venue).base())
                : Means.inventory(market, account.participant(), venue);
    }

    @Override
    public long nextWakeNanos() {
        return nextNanos;
    }

    @Override
    public void wake(MarketEngine market, GroupAccount account) {
        long filled = market.totals(account.participant()).fills();
        for (int i = 0; i < spec.venues().size(); i++) {
            double centre = centre(market, account, i);
            double tolerated = TOLERANCE * spec.halfSpreadBps() * BPS * centre;
            if (filled != fills || !(StrictMath.abs(centre - centres[i]) < tolerated)) {
                place(market, account, spec.venues().get(i), centre);
                centres[i] = centre;
            }
        }
        fills = filled;
        nextNanos = market.timeNanos() + spec.refreshNanos();
    }

    private double centre(MarketEngine market, GroupAccount account, int index) {
        double fair = WorldPrice.of(market, spec.venues().get(index));
        int venue = spec.venues().get(index);
        double inventory = Means.inventory(market, account.participant(), venue);
        double change = Means.isMargined(market, venue) ? inventory : inventory - initialBase[index];
        double share = initialBase[index] > 0 ? change / initialBase[index] : 0;
        double lean = StrictMath.max(-1, StrictMath.min(1, share));
        return fair * (1 - lean * spec.fullLeanBps() * BPS);
    }

    private void place(MarketEngine market, GroupAccount account, int venue, double centre) {
        market.submit(account.participant(), new MarketCommand.CancelAllOrders(venue));
        double size = GroupAccount.inQuoteOf(market, venue, spec.levelSizeQuote());
        for (int level = 0; level < spec.levels(); level++) {
            double offset = (spec.halfSpreadBps() + level * spec.stepBps()) * BPS;
            place(market, account, venue, Side.BUY, centre * (1 - offset), size);
            place(market, account, venue, Side.SELL, centre * (1 + offset), size);
        }
    }

    private void place(MarketEngine market, GroupAccount account, int venue, Side side, double price, double size) {
        long ticks = Ticks.of(market.limitOrders(venue), side, price);
        if (ticks > 0) {
            account.place(market, venue, side, TimeInForce.POST_ONLY, ticks, market.toLots(venue, size / price));
        }
    }

    @Override
    public BookProviding copy() {
        return new BookProviding(spec, initialBase, centres.clone(), nextNanos, fills);
    }

    @Override
    public void save(StateWriter out) {
        out.doubles(initialBase).doubles(centres).int64(nextNanos).int64(fills);
    }

    static BookProviding load(StateReader in, BookProviderSpec spec) {
        double[] initialBase = in.doubles();
        double[] centres = in.doubles();
        if (initialBase.length != spec.venues().size() || centres.length != initialBase.length) {
            throw new CorruptStateException(spec.id() + ": " + initialBase.length + " and " + centres.length
                    + " books, expected " + spec.venues().size());
        }
        return new BookProviding(spec, initialBase, centres, in.int64(), in.int64());
    }
}
