/** What was measured before: runs that outlive the program, and go on where they were stopped. */
@NullMarked
package org.efficientvit.core.runs;

import org.jspecify.annotations.NullMarked;
