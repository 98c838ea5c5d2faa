/** The window. */
@NullMarked
package org.efficientvit.app.window;

import org.jspecify.annotations.NullMarked;
