package dev.seamless.web.servlet;

import dev.seamless.json.ClientView;
import dev.seamless.web.Clients;
import org.jspecify.annotations.Nullable;
import org.springframework.web.context.request.RequestAttributes;

/** What a thread has that serves the request of another client. */
record OtherRequest(ClientView view) implements RequestAttributes {

    static OtherRequest of(String knows) {
        return new OtherRequest(Clients.view(knows));
    }

    @Override
    public @Nullable Object getAttribute(String name, int scope) {
        return name.equals(ClientView.class.getName()) ? view : null;
    }

    @Override
    public void setAttribute(String name, Object value, int scope) {}

    @Override
    public void removeAttribute(String name, int scope) {}

    @Override
    public String[] getAttributeNames(int scope) {
        return new String[0];
    }

    @Override
    public void registerDestructionCallback(String name, Runnable callback, int scope) {}

    @Override
    public @Nullable Object resolveReference(String key) {
        return null;
    }

    @Override
    public String getSessionId() {
        return "";
    }

    @Override
    public Object getSessionMutex() {
        return this;
    }
}
