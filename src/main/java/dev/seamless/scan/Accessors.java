package dev.seamless.scan;

import org.springframework.util.StringUtils;

/** The attribute that a method stands for, by the naming of JavaBeans, and of records where that says nothing. */
final class Accessors {

    private static final String[] PREFIXES = {"get", "is", "set"};

    private Accessors() {}

    static String attribute(String method) {
        int length = prefixLength(method);
        return length == 0 ? method : StringUtils.uncapitalizeAsProperty(method.substring(length));
    }

    static boolean isGetter(String method, String descriptor) {
        return descriptor.startsWith("()") && prefixLength(method) > 0;
    }

    private static int prefixLength(String method) {
        for (String prefix : PREFIXES) {
            int length = prefix.length();
            if (method.startsWith(prefix) && method.length() > length && Character.isUpperCase(method.charAt(length))) {
                return length;
            }
        }
        return 0;
    }
}
