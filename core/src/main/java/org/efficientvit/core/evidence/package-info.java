/** What each place of the last feature maps says for a class, exactly. */
@NullMarked
package org.efficientvit.core.evidence;

import org.jspecify.annotations.NullMarked;
