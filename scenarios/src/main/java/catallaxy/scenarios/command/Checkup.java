package catallaxy.scenarios.command;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One line of {@code catallaxy doctor}.
 *
 * @param subject what was looked at
 * @param status whether a run can rely on it
 * @param finding what was found, with its unit
 * @param hint what to do about it; empty where nothing is to be done
 */
record Checkup(String subject, Status status, String finding, String hint) {

    /** Whether a run can rely on the subject. */
    enum Status {
        /** As it should be. */
        OK,
        /** Works, with the limits that the hint names. */
        WARN,
        /** A run will fail. */
        FAIL
    }

    static Checkup ok(String subject, String finding) {
        return new Checkup(subject, Status.OK, finding, "");
    }

    static Checkup okIf(boolean good, String subject, String finding, String hint) {
        return good ? ok(subject, finding) : new Checkup(subject, Status.WARN, finding, hint);
    }

    static Checkup fail(String subject, String finding, String hint) {
        return new Checkup(subject, Status.FAIL, finding, hint);
    }

    /** The line as a JSON object. */
    Map<String, ?> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("subject", subject);
        json.put("status", word());
        json.put("finding", finding);
        json.put("hint", hint);
        return json;
    }

    /** The status in lower case. */
    String word() {
        return switch (status) {
            case OK -> "ok";
            case WARN -> "warn";
            case FAIL -> "fail";
        };
    }
}
