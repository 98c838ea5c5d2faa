/** Work off the screen's thread: the newest request of a name wins. */
@NullMarked
package org.efficientvit.app.window.work;

import org.jspecify.annotations.NullMarked;
