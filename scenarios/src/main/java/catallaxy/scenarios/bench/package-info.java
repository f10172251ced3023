/** Measuring the speed of this machine: named workloads, warmed up, timed over several rounds by a clock passed in. */
@NullMarked
package catallaxy.scenarios.bench;

import org.jspecify.annotations.NullMarked;
