/** Tests of the scenario reader. */
@NullMarked
package catallaxy.scenarios.file.section;

import org.jspecify.annotations.NullMarked;
