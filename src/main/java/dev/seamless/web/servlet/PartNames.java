package dev.seamless.web.servlet;

import dev.seamless.json.ClientView;
import dev.seamless.web.ParameterNames;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.multipart.MultipartHttpServletRequest;

/** Under which name each part of a multipart request came. Two files under both names of one parameter always differ. */
final class PartNames {

    private final ParameterNames names;
    private final HandlerMethod handler;
    private final ClientView view;
    private final Set<String> sent = new HashSet<>();
    private final Map<String, List<String>> files;

    PartNames(ParameterNames names, HandlerMethod handler, MultipartHttpServletRequest request, ClientView view) {
        this.names = names;
        this.handler = handler;
        this.view = view;
        Map<String, List<String>> own = new LinkedHashMap<>();
        request.getMultiFileMap().keySet().forEach(name -> own.put(name, List.of(name)));
        this.files = names.complete(handler, own, view);
        this.sent.addAll(request.getParameterMap().keySet());
        this.sent.addAll(own.keySet());
    }

    /** The names of files as they are now, each with the one under which it came. */
    Map<String, List<String>> files() {
        return files;
    }

    /** Returns the name under which a part came. */
    String asSent(String name) {
        List<String> file = files.get(name);
        return file != null ? file.get(0) : names.asSent(handler, name, sent, view);
    }
}
