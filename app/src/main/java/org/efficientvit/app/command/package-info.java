/** The command line: each command is one class, the options that several share are mixins. */
@NullMarked
package org.efficientvit.app.command;

import org.jspecify.annotations.NullMarked;
