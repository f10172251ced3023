package catallaxy.environment.api.setting;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * How a component of a settings record is written in scenario files, where that does not follow from its name and type. Without it the
 * key is the component's name in lower case with hyphens; a unit at its end is the scenario files' own: {@code latencyNanos} is the
 * duration {@code latency}, {@code makerFeePips} is {@code maker-fee-bps}, {@code baseFeeWei} is {@code base-fee-gwei}, and
 * {@code maxTradeQuote} is {@code max-trade}.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Key {
    /** The key; empty for the one that the component's name gives. */
    String value() default "";

    /** The word that stands for no number, of an {@code OptionalDouble} or {@code OptionalLong}. */
    String absent() default "none";
}
