/** Neural networks: where they are computed, their parameters in one flat array, initialisation, optimiser, normaliser. */
@NullMarked
package catallaxy.agents.network;

import org.jspecify.annotations.NullMarked;
