package dev.seamless.autoconfigure;

import dev.seamless.Rename;
import dev.seamless.scan.RenamedMember;
import java.util.List;

/** What a boundary made of the renames: the names that it derived, and the members that it did not see. */
interface BoundaryNames {

    /** What the names are names of: {@code columns}, {@code json}. */
    String boundary();

    /** The old and the new name of each place of a rename. */
    List<String> of(Rename rename);

    /** Whether the boundary should keep two names of the member, and keeps one. */
    boolean overlooks(RenamedMember member);
}
