package catallaxy.environment.market.margin;

import java.util.Optional;

/**
 * What a market of an exchange deals in where it is no spot market: positions that are settled in the quote asset and secured by margin.
 *
 * @param funding of a perpetual; empty for one that is never paid
 * @param expiry  of a dated future
 */
public record DerivativeSpec(
        MarginRates margin, MarkTerms mark, Optional<FundingTerms> funding, Optional<ExpiryTerms> expiry) {
    /** A perpetual. */
    public static DerivativeSpec perpetual(MarginRates margin, MarkTerms mark, FundingTerms funding) {
        return new DerivativeSpec(margin, mark, Optional.of(funding), Optional.empty());
    }

    /** A dated future. */
    public static DerivativeSpec future(MarginRates margin, MarkTerms mark, ExpiryTerms expiry) {
        return new DerivativeSpec(margin, mark, Optional.empty(), Optional.of(expiry));
    }

    /** Its name in scenario files: {@code perpetual} or {@code future}. */
    public String kind() {
        return expiry.isPresent() ? "future" : "perpetual";
    }
}
