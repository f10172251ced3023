/** Tests of the scenario reader. */
@NullMarked
package catallaxy.scenarios.file;

import org.jspecify.annotations.NullMarked;
