/** The HTML report: a pure function from run folders to one offline HTML file. */
@NullMarked
package catallaxy.scenarios.report;

import org.jspecify.annotations.NullMarked;
