/** What libraries have to say. */
@NullMarked
package org.efficientvit.app.logging;

import org.jspecify.annotations.NullMarked;
