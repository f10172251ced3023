/** Tests of the scenario reader. */
@NullMarked
package catallaxy.scenarios.file.manual;

import org.jspecify.annotations.NullMarked;
