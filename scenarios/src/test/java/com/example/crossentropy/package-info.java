/** A learner of somebody else's, as the page about adding a learner shows it. */
@NullMarked
package com.example.crossentropy;

import org.jspecify.annotations.NullMarked;
