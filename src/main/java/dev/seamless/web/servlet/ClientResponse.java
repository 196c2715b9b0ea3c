package dev.seamless.web.servlet;

import dev.seamless.json.ClientView;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** An answer whose body knows the client to which it goes. */
final class ClientResponse extends HttpServletResponseWrapper {

    private final ClientView view;
    private @Nullable ClientStream stream;

    ClientResponse(HttpServletResponse response, ClientView view) {
        super(response);
        this.view = view;
    }

    @Override
    public ServletOutputStream getOutputStream() throws IOException {
        if (stream == null) {
            stream = new ClientStream(super.getOutputStream(), view);
        }
        return stream;
    }
}
