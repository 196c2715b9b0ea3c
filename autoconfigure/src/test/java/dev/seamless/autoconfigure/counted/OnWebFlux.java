package dev.seamless.autoconfigure.counted;

import dev.seamless.Renamed;
import dev.seamless.autoconfigure.counted.CountedApplication.PostBean;
import dev.seamless.autoconfigure.counted.CountedApplication.PostDto;
import dev.seamless.web.reactive.ExchangeJson;
import org.springframework.context.annotation.Bean;
import org.springframework.data.web.ReactivePageableHandlerMethodArgumentResolver;
import org.springframework.data.web.ReactiveSortHandlerMethodArgumentResolver;
import org.springframework.http.codec.multipart.FilePart;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.reactive.result.method.annotation.ArgumentResolverConfigurer;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** What Spring WebFlux has of its own. */
@RestController
class OnWebFlux implements WebFluxConfigurer {

    @PostMapping("/json/mono")
    Mono<String> mono(@RequestBody Mono<PostDto> post) {
        return post.map(PostDto::text);
    }

    @PostMapping("/part/file")
    String file(@RequestPart @Renamed(id = "post-text", from = "body") FilePart text) {
        return text.filename();
    }

    @Bean
    static RouterFunction<ServerResponse> reactiveRoutes(ExchangeJson json) {
        return RouterFunctions.route()
                .POST(
                        "/functional",
                        request -> request.bodyToMono(PostDto.class)
                                .flatMap(post -> ServerResponse.ok().build()))
                .PATCH(
                        "/functional",
                        request -> request.bodyToMono(byte[].class)
                                .doOnNext(patch -> json.readerForUpdating(new PostBean(), request.exchange())
                                        .readValue(patch))
                                .flatMap(post -> ServerResponse.ok().build()))
                .build();
    }

    @PostMapping("/form/asked-twice")
    Mono<String> twice(PostBean post, ServerWebExchange exchange) {
        return exchange.getFormData().then(exchange.getFormData()).map(form -> "" + form.size());
    }

    /** Boot has them for Spring MVC only. */
    @Override
    public void configureArgumentResolvers(ArgumentResolverConfigurer resolvers) {
        resolvers.addCustomResolver(
                new ReactiveSortHandlerMethodArgumentResolver(), new ReactivePageableHandlerMethodArgumentResolver());
    }
}
