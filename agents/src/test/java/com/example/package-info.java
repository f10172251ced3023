/** The example of docs/your-own-agent.md, as a user would write it. */
@NullMarked
package com.example;

import org.jspecify.annotations.NullMarked;
