/** Published claims, what was measured of them here, and what that says of each. */
@NullMarked
package org.efficientvit.core.claims;

import org.jspecify.annotations.NullMarked;
