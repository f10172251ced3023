/** Tests of the scenario reader. */
@NullMarked
package catallaxy.scenarios.file.learning;

import org.jspecify.annotations.NullMarked;
