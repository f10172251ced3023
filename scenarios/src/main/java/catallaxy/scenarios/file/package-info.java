/** Scenario files: HOCON read once into immutable records, every mistake reported with its file, line and key. */
@NullMarked
package catallaxy.scenarios.file;

import org.jspecify.annotations.NullMarked;
