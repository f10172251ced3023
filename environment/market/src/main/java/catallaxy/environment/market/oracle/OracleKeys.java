package catallaxy.environment.market.oracle;

import catallaxy.environment.market.contract.VenueKey;
import catallaxy.environment.market.contract.VenueSettings;
import java.util.List;

/** The keys by which an entry of a scenario says where a contract gets its prices from. */
public final class OracleKeys {
    private static final VenueKey ORACLE = VenueKey.word(
            "oracle",
            "world",
            OracleKind.words(),
            "Where prices come from: world; what venues of the chain quote, now or on the average; what reporters have told.");
    private static final VenueKey VENUES = VenueKey.venues(
            "oracle-venues",
            "Venues of the chain at which `spot`, `twap` and `median` look, each asset's price at the first that has it; none for all of the chain.");
    private static final VenueKey WINDOW =
            VenueKey.number("oracle-window-seconds", "1800", 1, 31_536_000, "Over which `twap` takes the average.");
    private static final VenueKey AGE = VenueKey.number(
            "oracle-age-seconds",
            "0",
            0,
            31_536_000,
            "Age from which what reporters have told is no price any more; 0 for any age.");

    /** All of them. */
    public static final List<VenueKey> ALL = List.of(ORACLE, VENUES, WINDOW, AGE);

    private OracleKeys() {}

    /** The oracle that an entry describes, of its chain and its assets. */
    public static OracleSpec read(VenueSettings settings) {
        return new OracleSpec(
                OracleKind.of(settings.word(ORACLE)),
                settings.chain(),
                settings.assets(),
                Math.max(1, Math.round(settings.number(WINDOW))),
                settings.venues(VENUES),
                Math.max(0, Math.round(settings.number(AGE))));
    }
}
