package catallaxy.scenarios.file.market;

import catallaxy.environment.market.margin.DerivativeSpec;
import catallaxy.environment.market.margin.ExpiryTerms;
import catallaxy.environment.market.margin.FundingTerms;
import catallaxy.environment.market.margin.MarginRates;
import catallaxy.environment.market.margin.MarginTier;
import catallaxy.environment.market.margin.MarkTerms;
import catallaxy.scenarios.file.section.RecordReader;
import catallaxy.scenarios.file.section.Section;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What a market of an exchange may deal in, by the word for it in scenario files. */
@SuppressWarnings("ImmutableEnumChecker") // classes and functions have no state
enum BookKind {
    /** The base asset itself. */
    BOOK("book", Spot.class, said -> Optional.empty()),
    /** Positions that never end. */
    PERPETUAL("perpetual", Perpetual.class, Perpetual::spec),
    /** Positions that are settled at a date. */
    FUTURE("future", Future.class, Future::spec);

    private final String word;
    private final Terms<?> terms;

    <T extends Record> BookKind(String word, Class<T> record, Function<T, Optional<DerivativeSpec>> spec) {
        this.word = word;
        this.terms = new Terms<>(record, spec);
    }

    private record Terms<T extends Record>(Class<T> type, Function<T, Optional<DerivativeSpec>> spec) {
        @SuppressWarnings("OptionalMapToOptional") // the outer one tells of mistakes, the inner one of what is dealt in
        Optional<Optional<DerivativeSpec>> read(RecordReader records, Section section, Map<String, ?> given) {
            return records.read(section, type, given).map(spec);
        }
    }

    /** The keys of a spot market beside those of every book: none. */
    public record Spot() {}

    /** The keys of a perpetual beside those of every book. */
    public record Perpetual(MarginRates secured, MarkTerms marked, FundingTerms funded) {
        private Optional<DerivativeSpec> spec() {
            return Optional.of(DerivativeSpec.perpetual(secured, marked, funded));
        }
    }

    /** The keys of a dated future beside those of every book. */
    public record Future(MarginRates secured, MarkTerms marked, ExpiryTerms ends) {
        private Optional<DerivativeSpec> spec() {
            return Optional.of(DerivativeSpec.future(secured, marked, ends));
        }
    }

    /** The kind of a word, if it is one of a book. */
    static Optional<BookKind> of(String word) {
        return Arrays.stream(values()).filter(each -> each.word.equals(word)).findFirst();
    }

    /** Reads what it deals in, with a quote asset of so many decimals; empty after noting what is wrong. */
    Optional<Optional<DerivativeSpec>> derivative(RecordReader records, Section section, int quoteDecimals) {
        Optional<List<MarginTier>> tiers = this == BOOK
                ? Optional.of(List.of())
                : records.read(section, MarginTierColumns.class).map(columns -> columns.tiers(quoteDecimals));
        return terms.read(records, section, Map.of("tiers", tiers));
    }
}
