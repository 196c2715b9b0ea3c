package dev.seamless.schema;

/**
 * A privilege on one column.
 *
 * @param privilege the privilege, such as {@code select}
 * @param grantee who has it, as SQL
 * @param grantable whether it may be passed on
 */
public record Grant(String privilege, String grantee, boolean grantable) {}
