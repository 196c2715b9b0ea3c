/** Spring Data: {@link dev.seamless.data.RenamedSort} lets a client sort by an old name. */
@NullMarked
package dev.seamless.data;

import org.jspecify.annotations.NullMarked;
