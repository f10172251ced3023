/** The venue that the page about adding one builds. */
@NullMarked
package com.example.kiosk;

import org.jspecify.annotations.NullMarked;
