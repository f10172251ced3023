package catallaxy.scenarios.file.market;

import catallaxy.environment.api.setting.Key;
import catallaxy.environment.api.setting.NameOf;
import catallaxy.environment.base.check.Checks;
import catallaxy.environment.market.margin.DerivativeSpec;
import catallaxy.environment.market.venue.VenueSpec;
import catallaxy.scenarios.file.section.RecordReader;
import catallaxy.scenarios.file.section.Section;
import catallaxy.scenarios.file.value.Decimals;
import catallaxy.scenarios.file.value.ValueKind;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;

/** Reads one entry of {@code venues} that is a market of an exchange. */
final class BookReader {
    /** A price this many times the first one must still fit the book's 64-bit arithmetic. */
    private static final BigDecimal HEADROOM = BigDecimal.valueOf(1_000_000);

    private static final BigDecimal LARGEST = BigDecimal.valueOf(Long.MAX_VALUE);
    private static final BigDecimal TWO = BigDecimal.valueOf(2);

    private static final BigDecimal COARSE_TICK_BPS = BigDecimal.TEN;
    private static final BigDecimal DEAR_LOT = BigDecimal.TEN;

    private final RecordReader records;
    private final Assets assets;

    BookReader(RecordReader records, Assets assets) {
        this.records = records;
        this.assets = assets;
    }

    /**
     * A market as a scenario says it.
     *
     * @param tick empty where it follows the price
     * @param lot  empty where it follows the price
     */
    public record Stated(
            @NameOf(NameOf.Thing.EXCHANGE) int exchange,
            @NameOf(NameOf.Thing.ASSET) int base,
            @NameOf(NameOf.Thing.ASSET) int quote,
            @Key(absent = "auto") Optional<BigDecimal> tick,
            @Key(absent = "auto") Optional<BigDecimal> lot) {
        public Stated {
            Checks.that(quote != base, "quote", "another asset than the base", quote);
            requirePositive("tick", tick);
            requirePositive("lot", lot);
        }

        private static void requirePositive(String component, Optional<BigDecimal> step) {
            boolean positive = step.filter(given -> given.signum() <= 0).isEmpty();
            Checks.that(positive, component, "a decimal number above 0, or auto", step);
        }
    }

    Optional<VenueSpec> read(BookKind kind, Section section) {
        Optional<Stated> stated = records.read(section, Stated.class);
        int decimals = stated.map(book -> assets.decimals(book.quote())).orElse(0);
        Optional<Optional<DerivativeSpec>> derivative = kind.derivative(records, section, decimals);
        return stated.flatMap(book -> derivative.flatMap(dealtIn -> book(section, book, dealtIn)));
    }

    private Optional<VenueSpec> book(Section section, Stated stated, Optional<DerivativeSpec> derivative) {
        int base = stated.base();
        int quote = stated.quote();
        BookSteps steps = steps(section, base, quote, stated.tick(), stated.lot());
        long lotUnits = lotUnits(section, steps.lot(), base);
        long tickLotUnits = tickLotUnits(section, steps.tick().multiply(steps.lot()), quote);
        checkPrice(section, base, quote, steps.tick(), tickLotUnits);
        warn(section, base, quote, steps, stated.lot().isEmpty());
        return section.build(() ->
                new VenueSpec.Book(section.name(), stated.exchange(), base, quote, lotUnits, tickLotUnits, derivative));
    }

    /** The stated steps; those left to the price follow it as closely as the assets' decimals allow. */
    private BookSteps steps(Section section, int base, int quote, Optional<BigDecimal> tick, Optional<BigDecimal> lot) {
        if (tick.isPresent() && lot.isPresent()) {
            return new BookSteps(tick.get(), lot.get());
        }
        Optional<BigDecimal> price = price(base, quote);
        if (price.isEmpty()) {
            section.rejectConsequence();
            return new BookSteps(BigDecimal.ONE, BigDecimal.ONE);
        }
        BookSteps wanted = new BookSteps(
                tick.orElseGet(() -> BookSteps.tickFor(price.get())),
                lot.orElseGet(() -> lot(base, quote, price.get())));
        BookSteps steps = lot.isPresent()
                ? wanted.withWholeTick(assets.decimals(quote))
                : wanted.withLotOf(assets.decimals(base)).withWholeTickLot(assets.decimals(quote));
        section.set("tick", ValueKind.DECIMAL, steps.tick());
        section.set("lot", ValueKind.DECIMAL, steps.lot());
        return steps;
    }

    /** About a quote unit's worth, or less where more would not fit the book's arithmetic. */
    private BigDecimal lot(int base, int quote, BigDecimal price) {
        BigDecimal worth = BigDecimal.ONE.divide(assets.firstPrice(quote).orElseThrow(), 60, RoundingMode.DOWN);
        BigDecimal most = LARGEST.divide(HEADROOM.multiply(TWO), 60, RoundingMode.DOWN)
                .scaleByPowerOfTen(-assets.decimals(quote));
        BigDecimal largest = BookSteps.powerOfTenWithin(LARGEST.scaleByPowerOfTen(-assets.decimals(base)));
        return BookSteps.lotWorth(worth.min(most), price).min(largest);
    }

    /** Whole units of the quoting asset for one of the base asset at the world's first prices. */
    private Optional<BigDecimal> price(int base, int quote) {
        return assets.firstPrice(base)
                .flatMap(
                        ofBase -> assets.firstPrice(quote).map(ofQuote -> ofBase.divide(ofQuote, 60, RoundingMode.UP)));
    }

    /** Says where the steps are so coarse that they, and not the market, would make the prices and sizes. */
    private void warn(Section section, int base, int quote, BookSteps steps, boolean lotFollowsPrice) {
        Optional<BigDecimal> price = price(base, quote);
        if (!section.isSound() || price.isEmpty()) {
            return;
        }
        BigDecimal bps = steps.tickBps(price.get());
        if (bps.compareTo(COARSE_TICK_BPS) > 0) {
            section.warn(
                    "tick",
                    "is " + rounded(bps) + " bp of the first price, " + rounded(price.get()) + " "
                            + assets.symbol(quote) + ", and so is the least spread; tick = auto follows the price");
        }
        BigDecimal worth = assets.firstPrice(base).orElseThrow().multiply(steps.lot());
        if (lotFollowsPrice && worth.compareTo(DEAR_LOT) > 0) {
            section.warn(
                    "lot",
                    "is worth " + rounded(worth) + " " + assets.symbol(assets.quote())
                            + " at the least, for the decimals of "
                            + assets.symbol(base) + " (" + assets.decimals(base) + ") and " + assets.symbol(quote)
                            + " ("
                            + assets.decimals(quote) + ")");
        }
    }

    private static String rounded(BigDecimal number) {
        return Decimals.render(number.round(new MathContext(4)));
    }

    private long lotUnits(Section section, BigDecimal lot, int base) {
        BigDecimal units = lot.scaleByPowerOfTen(assets.decimals(base)).stripTrailingZeros();
        if (units.scale() > 0 || units.compareTo(LARGEST) > 0) {
            String decimals = "at most the " + assets.decimals(base) + " decimals of " + assets.symbol(base);
            section.reject("lot", decimals + " and less than 2^63 base units");
            return 1;
        }
        return units.longValueExact();
    }

    private long tickLotUnits(Section section, BigDecimal tickLot, int quote) {
        BigDecimal units = tickLot.scaleByPowerOfTen(assets.decimals(quote)).stripTrailingZeros();
        if (units.scale() > 0 || units.compareTo(LARGEST) > 0) {
            section.reject(
                    "tick",
                    "a tick whose product with the lot is a whole number of base units of " + assets.symbol(quote)
                            + ", less than 2^63");
            return 1;
        }
        return units.longValueExact();
    }

    private void checkPrice(Section section, int base, int quote, BigDecimal tick, long tickLotUnits) {
        Optional<BigDecimal> price = price(base, quote);
        if (!section.isSound() || price.isEmpty()) {
            return;
        }
        BigDecimal ticks = price.get().divide(tick, 0, RoundingMode.UP);
        BigDecimal lotCost = ticks.multiply(BigDecimal.valueOf(tickLotUnits));
        if (lotCost.multiply(HEADROOM).compareTo(LARGEST) > 0) {
            section.reject("lot", "a lot that costs less than 2^63 base units at a million times the first price");
        } else if (ticks.signum() > 0 && price.get().compareTo(tick) < 0) {
            section.reject("tick", "less than the first price");
        }
    }
}
