package catallaxy.scenarios.file.section;

import catallaxy.environment.base.check.InvalidValueException;
import catallaxy.scenarios.file.value.Unit;
import java.util.function.UnaryOperator;

/** A value that a record refused, led back to the key that its component has. */
public final class RecordFault {
    private RecordFault() {}

    /** As the other, with the keys that the components' names give. */
    public static void report(IllegalArgumentException fault, Section section) {
        report(fault, section, component -> Unit.key(component, section::knows));
    }

    /**
     * Notes the mistake at the component's key, in the units of scenario files; at the section where it belongs to several.
     *
     * @param keys from the name of a component to its key
     */
    public static void report(IllegalArgumentException fault, Section section, UnaryOperator<String> keys) {
        if (fault instanceof InvalidValueException value) {
            report(value, section, keys);
        } else {
            section.rejectWhole("values that fit together", String.valueOf(fault.getMessage()));
        }
    }

    private static void report(InvalidValueException fault, Section section, UnaryOperator<String> keys) {
        String key = keys.apply(fault.component());
        String[] path = fault.component().split("\\.", 2);
        if (section.knows(key)) {
            section.reject(key, expected(fault, key));
        } else if (path.length == 2 && section.hasSection(Unit.kebab(path[0]))) {
            Section inner = section.section(Unit.kebab(path[0]));
            String innerKey = Unit.key(path[1], inner::knows);
            inner.reject(innerKey, expected(fault, innerKey));
        } else {
            section.rejectWhole(fault.component() + " to be " + expected(fault, key), fault.found());
        }
    }

    /** Where the key is the component's whole name, its unit is that of the file, too. */
    private static String expected(InvalidValueException fault, String key) {
        boolean same = key.equals(Unit.kebab(fault.component()));
        Unit unit = same ? Unit.OWN : Unit.of(fault.component());
        return fault.range()
                .map(range -> unit.render(range.low()) + " to " + unit.render(range.high()))
                .orElse(fault.expected());
    }
}
