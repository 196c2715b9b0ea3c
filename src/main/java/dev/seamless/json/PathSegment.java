package dev.seamless.json;

import java.util.ArrayList;
import java.util.List;

/**
 * One attribute on a path such as {@code items[0].owners[a.b].name}, with the keys that follow it.
 *
 * @param name the attribute; empty where the path begins with a key
 * @param keys the keys, without their brackets
 */
record PathSegment(String name, List<String> keys) {

    static List<PathSegment> of(String path) {
        List<PathSegment> segments = new ArrayList<>();
        int start = 0;
        int depth = 0;
        for (int i = 0; i < path.length(); i++) {
            char c = path.charAt(i);
            depth += c == '[' ? 1 : c == ']' && depth > 0 ? -1 : 0;
            if (c == '.' && depth == 0) {
                segments.add(parse(path.substring(start, i)));
                start = i + 1;
            }
        }
        segments.add(parse(path.substring(start)));
        return segments;
    }

    private static PathSegment parse(String segment) {
        int bracket = segment.indexOf('[');
        List<String> keys = new ArrayList<>();
        for (int open = bracket; open >= 0; open = segment.indexOf('[', open + 1)) {
            int close = segment.indexOf(']', open);
            keys.add(segment.substring(open + 1, close < 0 ? segment.length() : close));
        }
        return new PathSegment(bracket < 0 ? segment : segment.substring(0, bracket), keys);
    }

    String keysAsWritten() {
        return keys.isEmpty() ? "" : "[" + String.join("][", keys) + "]";
    }
}
