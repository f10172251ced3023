@NullMarked
package catallaxy.environment.market.recording;

import org.jspecify.annotations.NullMarked;
