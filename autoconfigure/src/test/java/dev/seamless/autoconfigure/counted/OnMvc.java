package dev.seamless.autoconfigure.counted;

import dev.seamless.Renamed;
import dev.seamless.autoconfigure.counted.CountedApplication.PostBean;
import dev.seamless.autoconfigure.counted.CountedApplication.PostDto;
import dev.seamless.web.servlet.RequestJson;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import org.springframework.context.annotation.Bean;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.async.DeferredResult;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;

/** What Spring MVC has of its own. */
@RestController
class OnMvc {

    @GetMapping("/param/callable")
    Callable<String> callable(@RequestParam @Renamed(id = "post-text", from = "body") String text) {
        return () -> text;
    }

    @RequestMapping("/deferred")
    DeferredResult<String> deferred(PostBean post) {
        DeferredResult<String> result = new DeferredResult<>();
        CompletableFuture.runAsync(() -> result.setResult(post.getText()));
        return result;
    }

    @PostMapping("/part/file")
    String file(@RequestPart @Renamed(id = "post-text", from = "body") MultipartFile text) {
        return "" + text.getSize();
    }

    @PostMapping("/part/file/callable")
    Callable<String> fileLater(@RequestPart @Renamed(id = "post-text", from = "body") MultipartFile text) {
        return () -> "" + text.getSize();
    }

    @Bean
    static RouterFunction<ServerResponse> routes(RequestJson json) {
        return RouterFunctions.route()
                .POST("/functional", request -> {
                    request.body(PostDto.class);
                    return ServerResponse.ok().build();
                })
                .PATCH("/functional", request -> {
                    json.readerForUpdating(new PostBean()).readValue(request.body(byte[].class));
                    return ServerResponse.ok().build();
                })
                .build();
    }
}
