/** The parts of a market, read from the sections of a scenario. */
@NullMarked
package catallaxy.scenarios.file.market;

import org.jspecify.annotations.NullMarked;
