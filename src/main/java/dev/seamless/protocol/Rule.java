package dev.seamless.protocol;

/**
 * Each rule of the protocol, as one sentence. A test explores every reachable state with each rule left out in turn, and shows
 * the loss that it prevents or that another rule covers it too.
 */
public enum Rule {
    BARRED_PHASES_DO_NOT_START("A phase that the table is not fit for does not start."),
    OLD_NEEDS_OLD_CURRENT("OLD reads the old column, so the old column must be current."),
    OLD_NEEDS_NOBODY_IN_READ_NEW(
            "OLD does not write the new column, so nobody may be reading it while old rows change."),
    DUAL_WRITE_NEEDS_OLD_CURRENT("DUAL_WRITE reads the old column, so the old column must be current."),
    READ_NEW_NEEDS_NEW_CURRENT("READ_NEW reads the new column, so the new column must be current."),
    NEW_NEEDS_NEW_CURRENT("NEW reads the new column, so the new column must be current."),
    NEW_NEEDS_NOBODY_IN_DUAL_WRITE("NEW does not write the old column, so nobody may be reading it."),
    STARTING_OLD_CLEARS_NEW("Starting OLD ends 'new is current'."),
    STARTING_NEW_CLEARS_OLD("Starting NEW ends 'old is current'."),
    STARTING_OLD_STOPS_A_REVERSE_PASS("Starting OLD stops a reverse pass: it reads what OLD does not write."),
    STARTING_NEW_STOPS_A_FORWARD_PASS("Starting NEW stops a forward pass: it reads what NEW does not write."),
    OLD_SPOILS_A_FORWARD_PASS("A forward pass marks only if nobody lived in OLD since it began."),
    NEW_SPOILS_A_REVERSE_PASS("A reverse pass marks only if nobody lived in NEW since it began."),
    FORWARD_NEEDS_OLD_CURRENT("A forward pass copies the old column, so the old column must be current."),
    REVERSE_NEEDS_NEW_CURRENT("A reverse pass copies the new column, so the new column must be current."),
    NO_PASS_WHILE_A_COLUMN_IS_DROPPED("No pass begins while a column is being dropped."),
    ONE_PASS("There is at most one pass for a pair."),
    ONE_MIGRATION("There is at most one migration for a pair; the one that has begun is finished or taken back first."),
    EXPAND_NEEDS_THE_OLD_COLUMN(
            "Expand adds the new column beside the old one; where the old one is gone, retreat brings it back."),
    RETREAT_NEEDS_THE_NEW_COLUMN(
            "Retreat adds the old column beside the new one; where there is no new one, expand brings it."),
    BOTH_COLUMNS_ARE_THERE("Both columns must be there."),
    ALIGN_NEEDS_NEW_CURRENT("Constraints on the new column need every row in it: the new column must be current."),
    ALIGN_NEEDS_OLD_CURRENT("The seal needs both columns equal: the old column must be current."),
    ALIGN_NEEDS_NEW_BARRED("Align seals the two columns to each other, so NEW must be barred."),
    ALIGN_BARS_OLD("Align bars OLD before its DDL: OLD does not write the new column."),
    RELEASE_NEEDS_OLD_BARRED("Release frees the old column for NEW, so OLD must be barred: align comes first."),
    LOOSEN_NEEDS_NEW_BARRED("Loosen frees the new column for OLD, so NEW must be barred: tighten comes first."),
    TIGHTEN_NEEDS_OLD_CURRENT("Constraints on the old column need every row in it: the old column must be current."),
    TIGHTEN_BARS_NEW("Tighten bars NEW before its DDL: NEW does not write the old column."),
    CONTRACT_NEEDS_NEW_CURRENT("Contract drops the old column, so the new column must be current."),
    CONTRACT_NEEDS_NEW_NOT_BARRED("Contract leaves NEW alone, so NEW must not be barred: release comes first."),
    CONTRACT_NEEDS_NOBODY_OUTSIDE_NEW("Contract drops the old column, so nobody live may use it."),
    CONTRACT_BARS_THE_OTHERS("Contract bars the other phases before its DDL."),
    CONTRACT_CLEARS_OLD("Contract ends 'old is current'."),
    CONTRACT_STOPS_ANY_PASS("Contract stops any pass."),
    WITHDRAW_NEEDS_OLD_CURRENT("Withdraw drops the new column, so the old column must be current."),
    WITHDRAW_NEEDS_OLD_NOT_BARRED("Withdraw leaves OLD alone, so OLD must not be barred: loosen comes first."),
    WITHDRAW_NEEDS_NOBODY_OUTSIDE_OLD("Withdraw drops the new column, so nobody live may use it."),
    WITHDRAW_BARS_THE_OTHERS("Withdraw bars the other phases before its DDL."),
    WITHDRAW_CLEARS_NEW("Withdraw ends 'new is current'."),
    WITHDRAW_STOPS_ANY_PASS("Withdraw stops any pass."),
    TAKING_BACK_LEAVES_THE_FACTS("Taking a contract or withdraw back leaves the facts cleared.");

    private final String sentence;

    Rule(String sentence) {
        this.sentence = sentence;
    }

    /** The rule and its reason, as one sentence. */
    public String sentence() {
        return sentence;
    }
}
