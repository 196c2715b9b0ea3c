package dev.seamless.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The message codes of an error about a field: {@code NotBlank.userDto.items[0].bio}, {@code NotBlank.bio}, {@code NotBlank}.
 * Messages are looked up under the caller's name of the field first, and then under the name that it has now, so that
 * neither a key of before the rename nor one of after it is lost; what a caller may read has its own name only.
 */
final class SentCodes {

    private final String[] current;
    private final String[] shown;

    /**
     * Creates the codes.
     *
     * @param current the codes with the names of now
     * @param path the field's path as it is now, which codes end with, with and without its keys, or only its last name
     * @param sent the path in the words of the caller
     */
    SentCodes(String @Nullable [] current, String path, String sent) {
        this.current = current == null ? new String[0] : current;
        List<String> before = variants(path);
        List<String> after = variants(sent);
        this.shown = Arrays.stream(this.current)
                .map(code -> replaced(code, before, after))
                .toArray(String[]::new);
    }

    /** All codes, the caller's first; the last one is the most general, as Spring has it. */
    String[] all() {
        List<String> own = Arrays.asList(current);
        return Stream.concat(Arrays.stream(shown).filter(code -> !own.contains(code)), own.stream())
                .toArray(String[]::new);
    }

    String[] shown() {
        return shown.clone();
    }

    private static String replaced(String code, List<String> before, List<String> after) {
        for (int i = 0; i < before.size(); i++) {
            String variant = before.get(i);
            if (code.equals(variant) || code.endsWith("." + variant)) {
                return code.substring(0, code.length() - variant.length()) + after.get(i);
            }
        }
        return code;
    }

    /** As Spring's {@code DefaultMessageCodesResolver} has them. */
    private static List<String> variants(String path) {
        Set<String> variants = new LinkedHashSet<>();
        addWithoutKeys(path, variants);
        addWithoutKeys(path.substring(path.lastIndexOf('.') + 1), variants);
        return new ArrayList<>(variants);
    }

    private static void addWithoutKeys(String path, Set<String> variants) {
        String plain = path;
        variants.add(plain);
        for (int open = plain.lastIndexOf('['); open >= 0; open = plain.lastIndexOf('[')) {
            int close = plain.indexOf(']', open);
            plain = plain.substring(0, open) + (close < 0 ? "" : plain.substring(close + 1));
            variants.add(plain);
        }
    }
}
