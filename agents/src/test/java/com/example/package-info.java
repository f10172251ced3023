/** The examples of docs/your-own-agent.md, as a user would write them. */
@NullMarked
package com.example;

import org.jspecify.annotations.NullMarked;
