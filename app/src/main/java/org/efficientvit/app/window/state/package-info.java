/** Mechanisms of a window's state: a past and a future, undo, actions; they know no view. */
@NullMarked
package org.efficientvit.app.window.state;

import org.jspecify.annotations.NullMarked;
