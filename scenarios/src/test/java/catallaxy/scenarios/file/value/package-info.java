/** Tests of the scenario reader. */
@NullMarked
package catallaxy.scenarios.file.value;

import org.jspecify.annotations.NullMarked;
