/** A real node beside the engine: what deployed bytecode answers to the same operations. */
@NullMarked
package catallaxy.environment.market.node;

import org.jspecify.annotations.NullMarked;
