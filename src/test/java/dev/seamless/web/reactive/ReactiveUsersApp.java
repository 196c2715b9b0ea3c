package dev.seamless.web.reactive;

import dev.seamless.ApiPhase;
import dev.seamless.Renames;
import dev.seamless.json.ClientView;
import dev.seamless.json.Mappers;
import dev.seamless.web.Clients;
import dev.seamless.web.HttpServer;
import dev.seamless.web.ParameterNames;
import dev.seamless.web.RenameProblems;
import dev.seamless.web.TomcatServer;
import dev.seamless.web.UsersApi;
import dev.seamless.web.UsersApi.UserBean;
import dev.seamless.web.UsersApi.UserDto;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.codec.ServerCodecConfigurer;
import org.springframework.http.converter.json.ProblemDetailJacksonMixin;
import org.springframework.http.server.reactive.TomcatHttpHandlerAdapter;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.reactive.HandlerAdapter;
import org.springframework.web.reactive.config.EnableWebFlux;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.ServerWebInputException;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.adapter.WebHttpHandlerBuilder;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.json.JsonMapper;

/** The users service on a hand-made configuration of Spring WebFlux, whose own ways hop to another thread. */
final class ReactiveUsersApp {

    private ReactiveUsersApp() {}

    static HttpServer start(ApiPhase phase) throws Exception {
        AnnotationConfigApplicationContext application = new AnnotationConfigApplicationContext();
        application.registerBean(
                JsonMapper.class,
                () -> Mappers.builder(Mappers.renames(phase))
                        .addMixIn(ProblemDetail.class, ProblemDetailJacksonMixin.class)
                        .build());
        application.registerBean(Renames.class, () -> Mappers.renames(phase));
        application.register(Web.class);
        application.refresh();
        return new TomcatServer(new TomcatHttpHandlerAdapter(
                WebHttpHandlerBuilder.applicationContext(application).build()));
    }

    @Configuration
    @EnableWebFlux
    static class Web implements WebFluxConfigurer {

        private final JsonMapper mapper;

        Web(JsonMapper mapper) {
            this.mapper = mapper;
        }

        @Override
        public void configureHttpMessageCodecs(ServerCodecConfigurer codecs) {
            codecs.defaultCodecs().jacksonJsonEncoder(new RenameJsonEncoder(mapper));
            codecs.defaultCodecs().jacksonJsonDecoder(new RenameJsonDecoder(mapper));
        }

        @Bean
        WebFilter viewFromHeader() {
            return (exchange, chain) -> {
                String knows = exchange.getRequest().getHeaders().getFirst(Clients.HEADER);
                exchange.getAttributes().put(ClientView.class.getName(), Clients.view(knows));
                return chain.filter(exchange);
            };
        }

        @Bean
        ExchangeJson exchangeJson() {
            return new ExchangeJson(mapper);
        }

        @Bean
        RenameProblems renameProblems() {
            return new RenameProblems();
        }

        @Bean
        OwnProblems ownProblems() {
            return new OwnProblems();
        }

        @Bean
        Users users(ExchangeJson json) {
            return new Users(json);
        }

        @Bean
        Beans beans(ExchangeJson json) {
            return new Beans(json);
        }

        @Bean
        RenamedParametersAdapter renamedParametersAdapter(Renames renames, ObjectProvider<HandlerAdapter> adapters) {
            return new RenamedParametersAdapter(
                    new ParameterNames(renames), () -> adapters.orderedStream().toList());
        }

        @Bean
        Parameters parameters() {
            return new Parameters();
        }

        @Bean
        Ways ways() {
            return new Ways();
        }

        @Bean
        RouterFunction<ServerResponse> routes() {
            return RouterFunctions.route()
                    .GET("/functional", request -> ServerResponse.ok().bodyValue(new UserDto(9L, "x")))
                    .GET("/functional-ndjson", request -> streamed(MediaType.APPLICATION_NDJSON))
                    .GET("/functional-sse", request -> streamed(MediaType.TEXT_EVENT_STREAM))
                    .POST(
                            "/functional",
                            request -> request.bodyToMono(UserDto.class)
                                    .publishOn(Schedulers.parallel())
                                    .flatMap(ServerResponse.ok()::bodyValue))
                    .build();
        }

        private static Mono<ServerResponse> streamed(MediaType type) {
            UserDto user = new UserDto(9L, "x");
            return ServerResponse.ok()
                    .contentType(type)
                    .body(Flux.just(user, user).publishOn(Schedulers.parallel()), UserDto.class);
        }
    }

    /** Most applications have one; it must not hide ours. */
    @RestControllerAdvice
    static class OwnProblems {
        @ExceptionHandler
        ProblemDetail unreadable(ServerWebInputException e) {
            return ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, "unreadable");
        }
    }

    /** The ways on which Spring WebFlux writes an object. */
    @RestController
    @RequestMapping("/ways")
    static class Ways {

        private final UserDto user = new UserDto(9L, "x");

        @PostMapping("/mono")
        Mono<UserDto> post(@RequestBody Mono<UserDto> body) {
            return body.publishOn(Schedulers.parallel());
        }

        @GetMapping("/mono")
        Mono<UserDto> mono() {
            return Mono.just(user).publishOn(Schedulers.parallel());
        }

        @GetMapping("/flux")
        Flux<UserDto> flux() {
            return Flux.just(user, user).publishOn(Schedulers.parallel());
        }

        @GetMapping("/entity")
        Mono<ResponseEntity<Map<String, UserDto>>> entity() {
            return Mono.just(ResponseEntity.ok(Map.of("user", user)));
        }

        @GetMapping(path = "/ndjson", produces = MediaType.APPLICATION_NDJSON_VALUE)
        Flux<UserDto> ndjson() {
            return flux();
        }

        @GetMapping(path = "/sse", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
        Flux<UserDto> sse() {
            return flux();
        }
    }

    static class Users extends UsersApi.Users {

        private final ExchangeJson json;

        Users(ExchangeJson json) {
            this.json = json;
        }

        @PatchMapping(path = "/{id}", consumes = "application/merge-patch+json")
        Mono<UserDto> patch(@PathVariable("id") long id, @RequestBody byte[] patch, ServerWebExchange exchange) {
            users.put(id, json.readerForUpdating(users.get(id), exchange).readValue(patch));
            return Mono.just(users.get(id)).publishOn(Schedulers.parallel());
        }
    }

    static class Beans extends UsersApi.Beans {

        private final ExchangeJson json;

        Beans(ExchangeJson json) {
            this.json = json;
        }

        @PatchMapping(path = "/{id}", consumes = "application/merge-patch+json")
        Mono<UserBean> patch(@PathVariable("id") long id, @RequestBody byte[] patch, ServerWebExchange exchange) {
            UserBean patched = beans.get(id).copy();
            json.readerForUpdating(patched, exchange).readValue(patch);
            beans.put(id, patched);
            return Mono.just(patched).publishOn(Schedulers.parallel());
        }
    }
}
