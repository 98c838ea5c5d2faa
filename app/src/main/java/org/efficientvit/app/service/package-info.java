/** What the window and the command line both do, without either. */
@NullMarked
package org.efficientvit.app.service;

import org.jspecify.annotations.NullMarked;
