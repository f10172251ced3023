/** Values as scenario files write them: decimals, durations, amounts, and the units that the names of components end with. */
@NullMarked
package catallaxy.scenarios.file.value;

import org.jspecify.annotations.NullMarked;
