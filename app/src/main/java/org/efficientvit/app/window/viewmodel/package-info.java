/** What the window shows, as state that can be tested without a screen; knows no control. */
@NullMarked
package org.efficientvit.app.window.viewmodel;

import org.jspecify.annotations.NullMarked;
