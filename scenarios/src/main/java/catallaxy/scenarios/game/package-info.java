/** Positions of games in files. */
@NullMarked
package catallaxy.scenarios.game;

import org.jspecify.annotations.NullMarked;
