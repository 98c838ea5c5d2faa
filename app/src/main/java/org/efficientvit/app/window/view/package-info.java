/** The window's controls: they bind to view models and decide nothing. */
@NullMarked
package org.efficientvit.app.window.view;

import org.jspecify.annotations.NullMarked;
