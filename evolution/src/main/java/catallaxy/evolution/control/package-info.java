/** Small problems of control on which evolved networks are measured: exclusive or, and two poles on a cart. */
@NullMarked
package catallaxy.evolution.control;

import org.jspecify.annotations.NullMarked;
