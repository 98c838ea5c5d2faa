/** The state of a window as a value, its file, and when it is written. */
@NullMarked
package org.efficientvit.app.window.saved;

import org.jspecify.annotations.NullMarked;
