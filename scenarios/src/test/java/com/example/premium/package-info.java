/** The factor that the page about adding one builds. */
@NullMarked
package com.example.premium;

import org.jspecify.annotations.NullMarked;
