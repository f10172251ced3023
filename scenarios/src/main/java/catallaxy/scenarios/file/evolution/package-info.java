/** What a scenario says of evolution: which method, how long, and what is searched. */
@NullMarked
package catallaxy.scenarios.file.evolution;

import org.jspecify.annotations.NullMarked;
