/** The bridge to Python: what a program that holds the other end of two pipes and a piece of memory asks for, step by step. */
@NullMarked
package catallaxy.scenarios.bridge;

import org.jspecify.annotations.NullMarked;
