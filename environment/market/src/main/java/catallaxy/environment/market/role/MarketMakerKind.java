package catallaxy.environment.market.role;

import catallaxy.environment.market.venue.VenueSpec;
import java.math.BigDecimal;
import java.util.List;

/** The market maker of an order book, as scenarios name it. */
public final class MarketMakerKind implements RoleKind<RoleSpec.MarketMaker> {
    private static final RoleKey VENUE = RoleKey.required("venue", RoleKey.Type.VENUE, "The book.");
    private static final RoleKey MAX_INVENTORY = new RoleKey(
            "max-inventory",
            RoleKey.Type.AMOUNT,
            "above 0",
            "",
            "Largest deviation from the initial inventory, which no fill of a quote exceeds: whole base units, or `worth 200000` at the"
                    + " first price.");
    private static final RoleKey QUOTE_SIZE = new RoleKey(
            "quote-size",
            RoleKey.Type.AMOUNT,
            "above 0",
            "",
            "Quantity of a full-sized quote: whole base units, or `worth 20000` at the first price.");
    private static final RoleKey MAX_OFFSET =
            RoleKey.number("max-offset-bps", "0.01 to 10000", "100", "Largest distance of a quote from the mid-price.");
    private static final RoleKey INVENTORY_PENALTY = RoleKey.number(
            "inventory-penalty",
            "0 to 1e12",
            "0",
            "Running penalty in the reward, quote units per whole base unit squared and hour.");
    private static final RoleKey HALF_LIFE = new RoleKey(
            "volatility-half-life",
            RoleKey.Type.DURATION,
            "1 s to 365 d",
            "10 m",
            "Half-life of the observed variance of the mid-price.");

    @Override
    public String name() {
        return "market-maker";
    }

    @Override
    public Class<RoleSpec.MarketMaker> spec() {
        return RoleSpec.MarketMaker.class;
    }

    @Override
    public String summary() {
        return "Quotes both sides of an order book";
    }

    @Override
    public String detail() {
        return """
                Acts by quoting offsets from the mid-price; earns the spread, loses to informed flow.
                With policy avellaneda-stoikov (Avellaneda and Stoikov 2008):
                Reservation price  r = s - q gamma sigma^2 (T - t)
                Total spread       gamma sigma^2 (T - t) + (2 / gamma) ln(1 + gamma / k)
                where s is the mid-price, q the inventory against its start, sigma the observed volatility, gamma the risk
                aversion and k the decay of the fill intensity with distance.""";
    }

    @Override
    public String cadence() {
        return "5 s";
    }

    @Override
    public List<RoleKey> keys() {
        return List.of(VENUE, MAX_INVENTORY, QUOTE_SIZE, MAX_OFFSET, INVENTORY_PENALTY, HALF_LIFE);
    }

    @Override
    public RoleSpec.MarketMaker read(RoleSettings settings) {
        int venue = settings.venue(VENUE);
        RoleSpec.MarketMaker read = settings.record(
                RoleSpec.MarketMaker.class,
                new RoleSettings.Given("venue", venue),
                new RoleSettings.Given("maxInventory", settings.ofBase(MAX_INVENTORY, venue)),
                new RoleSettings.Given("quoteSize", settings.ofBase(QUOTE_SIZE, venue)));
        settings.spec(venue).ifPresent(spec -> {
            if (spec instanceof VenueSpec.Book book) {
                warnOfLot(settings, book, read.quoteSize());
            } else {
                settings.reject(VENUE, "an order book");
            }
        });
        return read;
    }

    private static void warnOfLot(RoleSettings settings, VenueSpec.Book book, double quoteSize) {
        BigDecimal lot = BigDecimal.valueOf(book.lotUnits(), settings.decimals(book.base()));
        if (quoteSize < lot.doubleValue()) {
            settings.warn(
                    QUOTE_SIZE,
                    "is less than the lot of " + book.id() + ", "
                            + lot.stripTrailingZeros().toPlainString() + " " + settings.symbol(book.base())
                            + ", so that nothing is quoted");
        }
    }
}
