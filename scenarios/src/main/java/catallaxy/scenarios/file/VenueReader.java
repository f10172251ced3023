package catallaxy.scenarios.file;

import catallaxy.environment.market.arithmetic.UInt256;
import catallaxy.environment.market.venue.VenueSpec;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/** Reads one entry of {@code venues}. */
final class VenueReader {
    /** A price this many times the first one must still fit the book's 64-bit arithmetic. */
    private static final BigDecimal HEADROOM = BigDecimal.valueOf(1_000_000);

    private static final BigDecimal LARGEST = BigDecimal.valueOf(Long.MAX_VALUE);

    private final Assets assets;
    private final Names chains;
    private final Names exchanges;

    VenueReader(Assets assets, Names chains, Names exchanges) {
        this.assets = assets;
        this.chains = chains;
        this.exchanges = exchanges;
    }

    Optional<VenueSpec> read(Section.Variant variant) {
        return variant.kind().equals("book") ? book(variant.section()) : pool(variant.section());
    }

    private Optional<VenueSpec> book(Section section) {
        int exchange = section.reference("exchange", exchanges);
        int base = section.reference("base", assets.names());
        int quote = quote(section, base);
        BigDecimal tick = positive(section, "tick");
        BigDecimal lot = positive(section, "lot");
        if (!section.isSound()) {
            return Optional.empty();
        }
        long lotUnits = lotUnits(section, lot, base);
        long tickLotUnits = tickLotUnits(section, tick.multiply(lot), quote);
        checkPrice(section, base, quote, tick, tickLotUnits);
        return section.build(() -> new VenueSpec.Book(section.name(), exchange, base, quote, lotUnits, tickLotUnits));
    }

    private Optional<VenueSpec> pool(Section section) {
        int chain = section.reference("chain", chains);
        int base = section.reference("base", assets.names());
        int quote = quote(section, base);
        UInt256 baseReserve = reserve(section, "reserve-base", base);
        UInt256 quoteReserve = reserve(section, "reserve-quote", quote);
        boolean feeOn = section.get("protocol-fee", ValueKind.FLAG);
        return section.build(
                () -> new VenueSpec.UniswapV2(section.name(), chain, base, quote, baseReserve, quoteReserve, feeOn));
    }

    private int quote(Section section, int base) {
        int quote = section.reference("quote", assets.names());
        if (section.isSound() && quote == base) {
            section.reject("quote", "another asset than the base");
        }
        return quote;
    }

    /** The first liquidity that is minted must exceed the thousand shares that a pair keeps for ever. */
    private UInt256 reserve(Section section, String key, int asset) {
        UInt256 reserve = section.isSound() ? assets.units(section, key, asset) : UInt256.ZERO;
        if (section.isSound() && reserve.isLessThan(UInt256.of(1001))) {
            section.reject(key, "more than 1000 base units of " + assets.symbol(asset));
        }
        return reserve;
    }

    private static BigDecimal positive(Section section, String key) {
        BigDecimal value = section.decimal(key);
        if (section.isSound() && value.signum() <= 0) {
            section.reject(key, "a decimal number above 0");
        }
        return value;
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
        Optional<BigDecimal> price = assets.firstPrice(base)
                .flatMap(
                        ofBase -> assets.firstPrice(quote).map(ofQuote -> ofBase.divide(ofQuote, 30, RoundingMode.UP)));
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
