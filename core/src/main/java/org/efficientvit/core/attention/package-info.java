/** What attention maps say; reads traces, runs nothing. */
@NullMarked
package org.efficientvit.core.attention;

import org.jspecify.annotations.NullMarked;
