package catallaxy.scenarios.file;

import catallaxy.environment.base.check.InvalidValueException;

/** A value that a record refused, led back to the key that its component has. */
final class RecordFault {
    private RecordFault() {}

    /** Notes the mistake at the component's key, in the units of scenario files; at the section where it belongs to several. */
    static void report(IllegalArgumentException fault, Section section) {
        if (fault instanceof InvalidValueException value) {
            report(value, section);
        } else {
            section.rejectWhole("values that fit together", String.valueOf(fault.getMessage()));
        }
    }

    private static void report(InvalidValueException fault, Section section) {
        String key = Unit.key(fault.component(), section);
        if (section.knows(key)) {
            section.reject(key, expected(fault));
        } else {
            section.rejectWhole(fault.component() + " to be " + expected(fault), fault.found());
        }
    }

    private static String expected(InvalidValueException fault) {
        Unit unit = Unit.of(fault.component());
        return fault.range()
                .map(range -> unit.render(range.low()) + " to " + unit.render(range.high()))
                .orElse(fault.expected());
    }
}
