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

    /** What it means, with its unit: a sentence of the manual. Empty where the manual's own text describes the record. */
    String meaning() default "";

    /** What it is where the scenario does not say, as written there; empty for a key that must be given. */
    String initial() default "";

    /** What it may be, in words such as {@code 0 to 1}; empty where there is nothing to say. The record's constructor checks it. */
    String range() default "";

    /** The word that stands for no number, of an {@code OptionalDouble} or {@code OptionalLong}. */
    String absent() default "none";
}
