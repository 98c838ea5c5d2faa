/** Maps over a picture's tokens: attention and features. */
@NullMarked
package org.efficientvit.visualizers.map;

import org.jspecify.annotations.NullMarked;
