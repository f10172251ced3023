package catallaxy.scenarios.folder;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A component of a record whose own entries stand in the same object of a JSON file as those of the record: a record, or a map of
 * doubles, which when it is read takes all numbers that no other component is called like. See {@link RecordFields}.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Inline {}
