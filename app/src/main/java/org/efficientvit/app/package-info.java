/** Where the program starts. */
@NullMarked
package org.efficientvit.app;

import org.jspecify.annotations.NullMarked;
