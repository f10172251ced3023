/** Runs of scenarios: the simulation, its recording in a run folder, replay and comparison. */
@NullMarked
package catallaxy.scenarios.run;

import org.jspecify.annotations.NullMarked;
