/** What selects papers and orders them, as the API's arguments say it. */
@NullMarked
package org.invisiblecollege.selection;

import org.jspecify.annotations.NullMarked;
