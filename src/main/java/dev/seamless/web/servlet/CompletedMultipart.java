package dev.seamless.web.servlet;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;

/** A multipart request whose files and parts that came under an old name are there under the new one too. */
final class CompletedMultipart extends CompletedRequest implements MultipartHttpServletRequest {

    private final MultipartHttpServletRequest request;
    private final PartNames names;

    CompletedMultipart(MultipartHttpServletRequest request, Map<String, List<String>> parameters, PartNames names) {
        super(request, parameters);
        this.request = request;
        this.names = names;
    }

    @Override
    public Iterator<String> getFileNames() {
        return names.files().keySet().iterator();
    }

    @Override
    public @Nullable MultipartFile getFile(String name) {
        return request.getFile(names.asSent(name));
    }

    @Override
    public List<MultipartFile> getFiles(String name) {
        return request.getFiles(names.asSent(name));
    }

    @Override
    public Map<String, MultipartFile> getFileMap() {
        return getMultiFileMap().toSingleValueMap();
    }

    @Override
    public MultiValueMap<String, MultipartFile> getMultiFileMap() {
        MultiValueMap<String, MultipartFile> files = new LinkedMultiValueMap<>();
        names.files().keySet().forEach(name -> files.put(name, getFiles(name)));
        return files;
    }

    @Override
    public @Nullable String getMultipartContentType(String name) {
        return request.getMultipartContentType(names.asSent(name));
    }

    @Override
    public @Nullable HttpHeaders getMultipartHeaders(String name) {
        return request.getMultipartHeaders(names.asSent(name));
    }

    @Override
    public Part getPart(String name) throws IOException, ServletException {
        return super.getPart(names.asSent(name));
    }

    @Override
    public HttpMethod getRequestMethod() {
        return request.getRequestMethod();
    }

    @Override
    public HttpHeaders getRequestHeaders() {
        return request.getRequestHeaders();
    }
}
