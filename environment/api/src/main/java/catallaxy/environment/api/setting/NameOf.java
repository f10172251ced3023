package catallaxy.environment.api.setting;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A component of a settings record that scenario files fill with the name of something of the same scenario. A whole number takes its
 * index, a {@code String} the name itself; a {@code List<Integer>} takes the indices of several, each once.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface NameOf {
    /** What is named. */
    Thing value();

    /** What a scenario gives names to. */
    enum Thing {
        ASSET,
        CHAIN,
        EXCHANGE,
        VENUE,
        BRIDGE,
        AGENT
    }
}
