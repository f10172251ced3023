/** The chart that the page about adding one draws. */
@NullMarked
package com.example.turnover;

import org.jspecify.annotations.NullMarked;
