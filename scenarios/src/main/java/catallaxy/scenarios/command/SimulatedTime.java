package catallaxy.scenarios.command;

import catallaxy.scenarios.ExitCode;
import catallaxy.scenarios.UserError;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import java.time.Duration;
import java.util.Map;

/** A simulated time since the start of a run, as an option gives it: {@code 12h}, {@code 90m}, {@code 600.25s}. */
final class SimulatedTime {
    private SimulatedTime() {}

    /**
     * The time that an option was given.
     *
     * @throws UserError if it is no duration, or below zero
     */
    static Duration of(String option, String text) {
        Duration time = parsed(option, "a duration", text);
        if (time.isNegative()) {
            throw UserError.usage(expected(option, "a duration", text));
        }
        return time;
    }

    /** As the other method; zero is none either. */
    static Duration positive(String option, String text) {
        Duration time = parsed(option, "a positive duration", text);
        if (!time.isPositive()) {
            throw UserError.usage(expected(option, "a positive duration", text));
        }
        return time;
    }

    private static Duration parsed(String option, String what, String text) {
        if (text.strip().matches(".*[0-9.]")) {
            throw UserError.usage(expected(option, what, text) + ", which has no unit");
        }
        try {
            Duration time = ConfigFactory.parseMap(Map.of("time", text)).getDuration("time");
            return Duration.ofNanos(time.toNanos());
        } catch (ConfigException | ArithmeticException malformed) {
            throw new UserError(ExitCode.USAGE, expected(option, what, text), malformed);
        }
    }

    private static String expected(String option, String what, String text) {
        return option + ": expected " + what + " such as 12h or 90m, found " + text;
    }
}
