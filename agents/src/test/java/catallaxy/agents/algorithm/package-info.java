/** Tests of the learning algorithms and their parts. */
@NullMarked
package catallaxy.agents.algorithm;

import org.jspecify.annotations.NullMarked;
