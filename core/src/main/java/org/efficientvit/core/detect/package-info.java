/**
 * Detection of objects: from a detector's answers to boxes, what boxes it should have found, and
 * how well it found them.
 */
@NullMarked
package org.efficientvit.core.detect;

import org.jspecify.annotations.NullMarked;
