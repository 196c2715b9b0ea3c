package dev.seamless.web;

import java.util.Random;

/** Bodies of a hostile kind. Each text that a client could have meant to keep to itself contains {@link #SECRET}. */
final class HostileBodies {

    static final String SECRET = "SECRET";

    private static final String[] NAMES = {"bio", "description", "id", "BIO", "bio\\u0000", "class", "@type", "$ref", ""
    };

    private final Random random;

    HostileBodies(long seed) {
        this.random = new Random(seed);
    }

    String next() {
        String body =
                switch (random.nextInt(10)) {
                    case 0 -> "[".repeat(random.nextInt(3000)) + "{\"bio\":";
                    case 1 ->
                        "{\"bio\":".repeat(1 + random.nextInt(1500)) + secret() + "}".repeat(random.nextInt(1500));
                    case 2 -> repeatedNames(random.nextInt(200));
                    case 3 ->
                        "{\"" + "b".repeat(random.nextInt(70_000)) + "\":" + secret() + ",\"bio\":" + secret() + "}";
                    case 4 -> "{\"id\":" + secret() + ",\"bio\":" + value(0) + "}";
                    case 5 -> "{\"bio\":" + value(0) + ",\"description\":" + value(0) + "}";
                    case 6 -> "{\"id\":" + "9".repeat(1 + random.nextInt(1500)) + ",\"bio\":" + secret() + "}";
                    case 7 -> value(0);
                    default -> object(0);
                };
        return random.nextInt(3) == 0 ? mutilated(body) : body;
    }

    private String repeatedNames(int times) {
        StringBuilder body = new StringBuilder("{");
        for (int i = 0; i < times; i++) {
            body.append(i == 0 ? "" : ",")
                    .append(random.nextBoolean() ? "\"bio\":" : "\"description\":")
                    .append(value(3));
        }
        return body.append("}").toString();
    }

    private String object(int depth) {
        StringBuilder body = new StringBuilder("{");
        int fields = random.nextInt(6);
        for (int i = 0; i < fields; i++) {
            body.append(i == 0 ? "" : ",")
                    .append('"')
                    .append(NAMES[random.nextInt(NAMES.length)])
                    .append("\":")
                    .append(value(depth + 1));
        }
        return body.append("}").toString();
    }

    private String value(int depth) {
        return switch (random.nextInt(depth > 3 ? 6 : 9)) {
            case 0, 1 -> secret();
            case 2 -> "null";
            case 3 -> "-1.7e9999";
            case 4 -> "" + random.nextLong();
            case 5 -> "true";
            case 6 -> "[" + value(depth + 1) + "," + value(depth + 1) + "]";
            default -> object(depth + 1);
        };
    }

    private String secret() {
        return "\"" + SECRET + random.nextInt(3) + "\"";
    }

    private String mutilated(String body) {
        if (body.isEmpty()) {
            return body;
        }
        int at = random.nextInt(body.length());
        return switch (random.nextInt(3)) {
            case 0 -> body.substring(0, at);
            case 1 -> body.substring(0, at) + (char) random.nextInt(0x250) + body.substring(at);
            default -> body.substring(0, at) + body.substring(Math.min(body.length(), at + 1 + random.nextInt(5)));
        };
    }
}
