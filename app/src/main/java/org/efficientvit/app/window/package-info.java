/** The window: an application that ties views, view models and work together. */
@NullMarked
package org.efficientvit.app.window;

import org.jspecify.annotations.NullMarked;
