package dev.seamless;

/** How much a test repeats: {@code -Dseamless-test.size=everyday}, the default, or {@code proof}. */
public final class TestSize {

    private TestSize() {}

    public static int of(int everyday, int proof) {
        return isProof() ? proof : everyday;
    }

    public static boolean isProof() {
        return "proof".equals(System.getProperty("seamless-test.size"));
    }
}
