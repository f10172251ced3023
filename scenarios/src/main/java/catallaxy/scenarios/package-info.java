/** Scenario files and the command line that runs them: what failures and exit codes mean everywhere. */
@NullMarked
package catallaxy.scenarios;

import org.jspecify.annotations.NullMarked;
