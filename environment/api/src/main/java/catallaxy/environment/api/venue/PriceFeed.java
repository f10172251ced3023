package catallaxy.environment.api.venue;

import catallaxy.environment.api.command.Call;
import catallaxy.environment.base.number.UInt256;
import java.util.List;
import java.util.OptionalInt;

/**
 * A contract to which reporters tell prices, and which answers with the median of what enough of them told lately. Prices have eight
 * decimals, in the market's quote asset. A view of the present state, valid as long as its market.
 */
public interface PriceFeed {
    /** Indices of the assets whose prices are told. */
    List<Integer> assets();

    /** The answer for an asset; 0 before the first. It stands until enough reports make another, however old it gets. */
    UInt256 answerE8(int asset);

    /** Seconds since the answer was made; the market's whole time before the first. */
    long ageSeconds(int asset);

    /** Which reporter an account of the ledger is; empty for one that may not report. */
    OptionalInt reporter(int account);

    /** How many reporters there are. */
    int reporters();

    /** What a reporter last told of an asset; 0 before its first report. */
    UInt256 reportE8(int reporter, int asset);

    /** Seconds since a reporter's last report of an asset; the market's whole time before the first. */
    long reportAgeSeconds(int reporter, int asset);

    /** Seconds after which a reporter tells a price again, though it has not moved. */
    long heartbeatSeconds();

    /** By which fraction a price must have moved for a report before that. */
    double deviation();

    /** Tells a price, as one of the reporters. */
    Call report(int asset, UInt256 priceE8);
}
