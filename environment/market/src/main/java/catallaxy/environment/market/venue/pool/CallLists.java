package catallaxy.environment.market.venue.pool;

import catallaxy.environment.api.command.Amount;
import catallaxy.environment.api.command.Call;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import java.util.ArrayList;
import java.util.List;

/** How calls with a number for each asset of a pool are written, read and counted. */
final class CallLists {
    private CallLists() {}

    static void saveAmounts(StateWriter out, List<Amount> amounts) {
        out.int32(amounts.size());
        amounts.forEach(each -> each.save(out));
    }

    static List<Amount> loadAmounts(StateReader in) {
        List<Amount> amounts = new ArrayList<>();
        for (int rest = in.count(Integer.BYTES); rest > 0; rest--) {
            amounts.add(Amount.load(in));
        }
        return amounts;
    }

    static void saveUnits(StateWriter out, List<UInt256> units) {
        out.int32(units.size());
        units.forEach(each -> each.save(out));
    }

    static List<UInt256> loadUnits(StateReader in) {
        List<UInt256> units = new ArrayList<>();
        for (int rest = in.count(4 * Long.BYTES); rest > 0; rest--) {
            units.add(UInt256.load(in));
        }
        return units;
    }

    /** Bytes of a call of some words and a list, with its offset and length. */
    static long bytes(long words, int elements) {
        return Call.FUNCTION_BYTES + Call.WORD_BYTES * (words + 2 + elements);
    }
}
