/** What an executor learns while it trades: how far each way of executing falls short of what it promises, and where. */
@NullMarked
package catallaxy.agents.execution;

import org.jspecify.annotations.NullMarked;
