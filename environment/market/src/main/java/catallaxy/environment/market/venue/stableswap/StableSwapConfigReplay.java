package catallaxy.environment.market.venue.stableswap;

import catallaxy.environment.market.conformance.CorruptVectorException;
import catallaxy.environment.market.conformance.Differences;
import catallaxy.environment.market.conformance.VectorReplay;
import catallaxy.environment.market.conformance.VectorRow;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Reads what recorded pools were made with, and shows that it is accepted as it is written. */
final class StableSwapConfigReplay implements VectorReplay {
    static final List<String> COLUMNS = List.of("seq", "n", "decimals", "A", "fee", "adminFee");

    @Override
    public void replay(VectorRow row, Differences differences) throws CorruptVectorException {
        StableSwapTerms terms = terms(row);
        differences.expect(row, "n", terms.decimals().size());
        differences.expect(
                row, "decimals", terms.decimals().stream().map(String::valueOf).collect(Collectors.joining(";")));
        differences.expect(row, "A", terms.amplification());
        differences.expect(row, "fee", terms.fee());
        differences.expect(row, "adminFee", terms.adminFee());
    }

    /** The terms in a row. */
    static StableSwapTerms terms(VectorRow row) throws CorruptVectorException {
        try {
            List<Integer> decimals = new ArrayList<>();
            for (String each : row.text("decimals").split(";", -1)) {
                decimals.add(Integer.parseInt(each));
            }
            return new StableSwapTerms(
                    decimals, row.longNumber("A"), row.longNumber("fee"), row.longNumber("adminFee"));
        } catch (IllegalArgumentException e) {
            throw row.corrupt("decimals", String.valueOf(e.getMessage()));
        }
    }
}
