/** Tests of the scenario reader. */
@NullMarked
package catallaxy.scenarios.file.market;

import org.jspecify.annotations.NullMarked;
