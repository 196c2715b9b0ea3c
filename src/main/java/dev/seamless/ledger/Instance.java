package dev.seamless.ledger;

import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * This instance of the application.
 *
 * @param id twelve random hexadecimal digits, a new one for each start
 * @param name what people call it: application, host and process
 */
public record Instance(String id, String name) {

    private static final int LONGEST_NAME = 200;

    /** Creates an instance; a name that the ledger cannot hold is cut. */
    public Instance {
        name = name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name;
    }

    /** An instance with a new id. */
    public static Instance named(String name) {
        byte[] id = new byte[6];
        new SecureRandom().nextBytes(id);
        return new Instance(HexFormat.of().formatHex(id), name);
    }
}
