package catallaxy.environment.market.contract;

import java.util.function.Supplier;

/** Gas in two parts: what a call has used when it has looked at everything, and what it uses to carry it out. */
public final class GasPart {
    /** Per cent of a call's gas that it has used by the time it reverts for what it found. */
    private static final long CHECKS_PERCENT = 45;

    private GasPart() {}

    /** The part of a call's gas that is used before anything changes. */
    public static long checks(long gas) {
        return gas * CHECKS_PERCENT / 100;
    }

    /** The part of a call's gas that is used to carry it out. */
    public static long work(long gas) {
        return gas - checks(gas);
    }

    /** Runs a body: charges the first part before it, the second after it has succeeded. */
    public static Result charge(Frame frame, long gas, Supplier<Result> body) {
        frame.gas(checks(gas));
        Result result = body.get();
        if (result.ok()) {
            frame.gas(work(gas));
        }
        return result;
    }
}
