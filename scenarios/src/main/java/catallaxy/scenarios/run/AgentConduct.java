package catallaxy.scenarios.run;

import catallaxy.agents.driver.AgentFault;
import catallaxy.scenarios.folder.AgentTotals;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What one agent was asked in a run, how often it failed, and what of its commands was refused and why. */
final class AgentConduct {
    private static final double NANOS = 1e9;

    private final Map<String, Double> faults = new LinkedHashMap<>();
    private final Map<String, Double> refusals = new TreeMap<>();
    private long decisions;
    private long failed;
    private long masked;
    private @Nullable AgentFault first;
    private @Nullable AgentFault retired;

    /** It was asked, or would have been were it not retired. */
    void decided() {
        decisions += retired == null ? 1 : 0;
    }

    /** Takes a fault; that of an epoch comes before its decision. */
    void failed(AgentFault fault) {
        faults.merge(fault.kind().name().toLowerCase(Locale.ROOT), 1.0, Double::sum);
        if (fault.kind() == AgentFault.Kind.RETIRED) {
            retired = fault;
            decisions++;
            return;
        }
        failed++;
        first = first == null ? fault : first;
    }

    /** A part of its decision asked for what has no effect. */
    void maskedOne() {
        masked++;
    }

    void refused(String reason) {
        refusals.merge(reason, 1.0, Double::sum);
    }

    long failed() {
        return failed;
    }

    /** How it decided. */
    AgentTotals.Conduct totals() {
        return new AgentTotals.Conduct(
                decisions,
                Collections.unmodifiableMap(faults),
                failed,
                masked,
                first == null ? Double.NaN : first.timeNanos() / NANOS,
                retired == null ? Double.NaN : retired.timeNanos() / NANOS,
                failure());
    }

    /** By reason, in alphabetical order. */
    Map<String, Double> refusals() {
        return Collections.unmodifiableMap(refusals);
    }

    /** How it failed, for people; empty if it did not. */
    private String failure() {
        if (first == null) {
            return "";
        }
        String end = retired == null ? "" : "; it holds since " + seconds(retired);
        return failed + " of " + decisions + (decisions == 1 ? " decision" : " decisions") + " failed, the first at "
                + seconds(first) + ": " + first.message() + end;
    }

    private static String seconds(AgentFault fault) {
        return RunDecimals.seconds(fault.timeNanos()) + " s";
    }
}
