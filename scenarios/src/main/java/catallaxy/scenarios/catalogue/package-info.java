/** What a user can name: scenarios, agents, venues, chains, background traders, benchmarks. */
@NullMarked
package catallaxy.scenarios.catalogue;

import org.jspecify.annotations.NullMarked;
