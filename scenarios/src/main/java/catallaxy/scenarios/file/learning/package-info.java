/** Who learns in which seat, and how a training ends and computes, as scenario files say it. */
@NullMarked
package catallaxy.scenarios.file.learning;

import org.jspecify.annotations.NullMarked;
