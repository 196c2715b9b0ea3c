package dev.seamless.web.servlet;

import dev.seamless.json.ClientView;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The body of an answer that knows the client to which it goes. An emitter is written to by any thread at any time, also by
 * one that serves another client's request at that moment: what travels with it is the stream.
 */
final class ClientStream extends ServletOutputStream {

    private final ServletOutputStream stream;
    private final ClientView view;
    private final Map<RenameJsonConverter, RenameJsonConverter> converters = new ConcurrentHashMap<>(2);

    ClientStream(ServletOutputStream stream, ClientView view) {
        this.stream = stream;
        this.view = view;
    }

    /** Returns the converter, writing for the client of this stream. */
    RenameJsonConverter forClient(RenameJsonConverter converter) {
        return converters.computeIfAbsent(converter, general -> general.boundTo(view));
    }

    @Override
    public void write(int b) throws IOException {
        stream.write(b);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        stream.write(bytes, offset, length);
    }

    @Override
    public void flush() throws IOException {
        stream.flush();
    }

    @Override
    public void close() throws IOException {
        stream.close();
    }

    @Override
    public boolean isReady() {
        return stream.isReady();
    }

    @Override
    public void setWriteListener(WriteListener listener) {
        stream.setWriteListener(listener);
    }
}
