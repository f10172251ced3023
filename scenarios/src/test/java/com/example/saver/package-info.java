/** The role that the page about adding one builds. */
@NullMarked
package com.example.saver;

import org.jspecify.annotations.NullMarked;
