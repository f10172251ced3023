/** Sections of a scenario, key by key, and records that are read from them. */
@NullMarked
package catallaxy.scenarios.file.section;

import org.jspecify.annotations.NullMarked;
