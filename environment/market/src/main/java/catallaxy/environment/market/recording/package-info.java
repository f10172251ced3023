/** Recorded order flow of real exchanges: what files say, in ticks and lots, in the order of time. */
@NullMarked
package catallaxy.environment.market.recording;

import org.jspecify.annotations.NullMarked;
