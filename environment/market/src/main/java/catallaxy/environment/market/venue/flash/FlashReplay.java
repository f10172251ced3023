package catallaxy.environment.market.venue.flash;

import catallaxy.environment.market.conformance.CorruptVectorException;
import catallaxy.environment.market.conformance.Differences;
import catallaxy.environment.market.conformance.VectorReplay;
import catallaxy.environment.market.conformance.VectorRow;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Replays sequences of flash loans, each from one fresh lender of its protocol, and compares the lender after every one. */
final class FlashReplay implements VectorReplay {
    static final List<String> COLUMNS = List.of(
            "protocol",
            "seq",
            "type",
            "param",
            "amount0",
            "amount1",
            "pay0",
            "pay1",
            "mode",
            "result",
            "fee0",
            "fee1",
            "balance0",
            "balance1",
            "s0",
            "s1",
            "s2",
            "s3",
            "s4",
            "s5");

    private static final int STATES = 6;

    private final Map<String, Fresh> protocols;
    private String sequence = "";
    private @Nullable FlashBench bench;

    /** Makes a fresh lender of a protocol. */
    @FunctionalInterface
    interface Fresh {
        /** The lender of which the rows from this one on are. */
        FlashBench of(VectorRow row) throws CorruptVectorException;
    }

    /** @param protocols makes a fresh lender of each */
    FlashReplay(Map<String, Fresh> protocols) {
        this.protocols = protocols;
    }

    @Override
    public void replay(VectorRow row, Differences differences) throws CorruptVectorException {
        FlashBench lender = bench(row);
        String result = lender.apply(row);
        differences.expect(row, "result", result);
        boolean lent = row.text("type").startsWith("flash") && result.equals(FlashBench.OK) && lender.tellsFees();
        differences.expect(row, "fee0", lent ? lender.fees[0] : "");
        differences.expect(row, "fee1", lent ? lender.fees[1] : "");
        differences.expect(row, "balance0", lender.held(0));
        differences.expect(row, "balance1", lender.held(1));
        List<?> state = lender.state();
        for (int i = 0; i < STATES; i++) {
            differences.expect(row, "s" + i, i < state.size() ? state.get(i) : "");
        }
    }

    private FlashBench bench(VectorRow row) throws CorruptVectorException {
        String named = row.text("protocol") + " " + row.text("seq");
        FlashBench present = bench;
        if (present == null || !named.equals(sequence)) {
            Fresh protocol = protocols.get(row.text("protocol"));
            if (protocol == null) {
                throw row.corrupt("protocol", "unknown lender \"" + row.text("protocol") + "\"");
            }
            present = protocol.of(row);
            bench = present;
            sequence = named;
        }
        return present;
    }
}
