package catallaxy.environment.market.ledger;

/**
 * An asset that a {@link Ledger} keeps.
 *
 * @param symbol unique, not blank
 * @param decimals base units per whole unit as a power of ten, 0…77
 */
public record AssetSpec(String symbol, int decimals) {
    public AssetSpec {
        if (symbol.isBlank()) {
            throw new IllegalArgumentException("blank asset symbol");
        }
        if (decimals < 0 || decimals > 77) {
            throw new IllegalArgumentException(symbol + ": decimals " + decimals + " is not in 0…77");
        }
    }
}
