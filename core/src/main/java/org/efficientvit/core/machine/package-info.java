/** The machine that figures are measured on. */
@NullMarked
package org.efficientvit.core.machine;

import org.jspecify.annotations.NullMarked;
