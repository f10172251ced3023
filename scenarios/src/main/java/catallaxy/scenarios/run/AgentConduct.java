package catallaxy.scenarios.run;

import catallaxy.agents.driver.AgentFault;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What one agent was asked in a run, how often it failed, and what of its commands was refused and why. */
final class AgentConduct {
    private static final double NANOS = 1e9;

    private final Map<String, Long> faults = new LinkedHashMap<>();
    private final Map<String, Long> refusals = new TreeMap<>();
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
        faults.merge(fault.kind().name().toLowerCase(Locale.ROOT), 1L, Long::sum);
        if (fault.kind() == AgentFault.Kind.RETIRED) {
            retired = fault;
            decisions++;
            return;
        }
        failed++;
        first = first == null ? fault : first;
    }

    /** A part of its decision asked for what has no effect. */
    void masked() {
        masked++;
    }

    void refused(String reason) {
        refusals.merge(reason, 1L, Long::sum);
    }

    long failed() {
        return failed;
    }

    void addTo(Map<String, Object> json) {
        json.put("decisions", decisions);
        json.put("faults", faults);
        json.put("failedDecisions", failed);
        json.put("maskedDecisions", masked);
        json.put("firstFailureSeconds", first == null ? null : first.timeNanos() / NANOS);
        json.put("retiredSeconds", retired == null ? null : retired.timeNanos() / NANOS);
        json.put("failure", sentence());
        json.put("refusals", refusals);
    }

    /** How it failed, for people; empty if it did not. */
    private String sentence() {
        if (first == null) {
            return "";
        }
        String end = retired == null ? "" : "; it holds since " + seconds(retired);
        return failed + " of " + decisions + (decisions == 1 ? " decision" : " decisions") + " failed, the first at "
                + seconds(first) + ": " + first.message() + end;
    }

    private static String seconds(AgentFault fault) {
        return Figures.seconds(fault.timeNanos()) + " s";
    }
}
