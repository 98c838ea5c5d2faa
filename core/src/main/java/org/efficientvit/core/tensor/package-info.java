/** Arrays of numbers as plain Java values, with no native memory behind them. */
@NullMarked
package org.efficientvit.core.tensor;

import org.jspecify.annotations.NullMarked;
