/** Tests of runs, with short runs of the shipped scenarios. */
@NullMarked
package catallaxy.scenarios.run;

import org.jspecify.annotations.NullMarked;
