package dev.seamless.web.reactive;

import dev.seamless.RefusedException;
import dev.seamless.json.JsonRename;
import dev.seamless.web.OpenNames;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ResolvableType;
import org.springframework.http.codec.DecoderHttpMessageReader;
import org.springframework.http.codec.EncoderHttpMessageWriter;
import org.springframework.http.codec.HttpMessageReader;
import org.springframework.http.codec.HttpMessageWriter;
import org.springframework.http.codec.ServerCodecConfigurer;
import org.springframework.http.codec.ServerSentEventHttpMessageReader;
import org.springframework.http.codec.ServerSentEventHttpMessageWriter;

/**
 * Looks for codecs that would write or read a renamed attribute and know nothing of its old name: they would serve a shape
 * that clients do not know, or drop what they send.
 */
public final class CodecCheck {

    private final OpenNames names;

    /** Creates a check. */
    public CodecCheck(OpenNames names) {
        this.names = names;
    }

    /**
     * Checks the codecs of a server.
     *
     * @throws RefusedException naming the first that would serve the wrong shape
     */
    public void check(ServerCodecConfigurer codecs) {
        for (HttpMessageWriter<?> writer : codecs.getWriters()) {
            Object encoder = encoder(writer);
            for (JsonRename name : uncovered(encoder)) {
                if (writer.canWrite(ResolvableType.forClass(name.type()), null)) {
                    throw refused(encoder, writer.getWritableMediaTypes(), name);
                }
            }
        }
        for (HttpMessageReader<?> reader : codecs.getReaders()) {
            Object decoder = decoder(reader);
            for (JsonRename name : uncovered(decoder)) {
                if (reader.canRead(ResolvableType.forClass(name.type()), null)) {
                    throw refused(decoder, reader.getReadableMediaTypes(), name);
                }
            }
        }
    }

    private List<JsonRename> uncovered(@Nullable Object codec) {
        return codec == null || codec instanceof RenameJsonEncoder || codec instanceof RenameJsonDecoder
                ? List.of()
                : names.unless(codec.getClass().getName());
    }

    /** What does the writing; null where a writer of events has nothing to write objects with. */
    private static @Nullable Object encoder(HttpMessageWriter<?> writer) {
        if (writer instanceof EncoderHttpMessageWriter<?> encoding) {
            return encoding.getEncoder();
        }
        return writer instanceof ServerSentEventHttpMessageWriter events ? events.getEncoder() : writer;
    }

    private static @Nullable Object decoder(HttpMessageReader<?> reader) {
        if (reader instanceof DecoderHttpMessageReader<?> decoding) {
            return decoding.getDecoder();
        }
        return reader instanceof ServerSentEventHttpMessageReader events ? events.getDecoder() : reader;
    }

    private static RefusedException refused(@Nullable Object codec, List<?> mediaTypes, JsonRename name) {
        String type = codec == null ? "" : codec.getClass().getName();
        return new RefusedException(
                "The codec " + type + " " + mediaTypes + " would carry "
                        + name.type().getName() + " without the old name '" + name.oldName() + "' of '"
                        + name.newName() + "' (rename '" + name.rename().id() + "').",
                "Remove it from the codecs, or use " + RenameJsonEncoder.class.getName() + " and "
                        + RenameJsonDecoder.class.getName()
                        + " for JSON; or, if no client of an old shape uses it, list it in seamless.accept-converters: "
                        + type + ".");
    }
}
