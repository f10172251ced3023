/** The text of scenario files: its parts, what it includes and substitutes, where each value stands, and mistakes with their places. */
@NullMarked
package catallaxy.scenarios.file.text;

import org.jspecify.annotations.NullMarked;
