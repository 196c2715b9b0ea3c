package dev.seamless.web.reactive;

import dev.seamless.ApiPhase;
import dev.seamless.Renamed;
import dev.seamless.Renames;
import dev.seamless.json.ClientView;
import dev.seamless.json.Mappers;
import dev.seamless.web.HttpServer;
import dev.seamless.web.ParameterNames;
import dev.seamless.web.RenameProblems;
import dev.seamless.web.TomcatServer;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
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
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.reactive.config.EnableWebFlux;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerAdapter;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.ServerWebInputException;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.adapter.WebHttpHandlerBuilder;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.json.JsonMapper;

/** The users service on a hand-made configuration of Spring WebFlux; each call hops to another thread. */
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

    public record UserDto(
            Long id, @Renamed(id = "user-bio", from = "bio") String description) {}

    public static class UserBean {
        public Long id;

        @Renamed(id = "user-bio", from = "bio")
        public String description = "absent";
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

        /** Stands in for the version gate: {@code x-knows: old|new}, an unknown client without it. */
        @Bean
        WebFilter viewFromHeader() {
            ClientView old = ClientView.knowing(Set.of());
            ClientView current = ClientView.knowing(Set.of("user-bio"));
            return (exchange, chain) -> {
                String knows = exchange.getRequest().getHeaders().getFirst("x-knows");
                if (knows != null) {
                    exchange.getAttributes().put(ClientView.class.getName(), knows.equals("old") ? old : current);
                }
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
        RenamedParametersAdapter renamedParametersAdapter(
                Renames renames, ObjectProvider<RequestMappingHandlerAdapter> adapter) {
            return new RenamedParametersAdapter(new ParameterNames(renames), adapter::getObject);
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
                    .POST(
                            "/functional",
                            request -> request.bodyToMono(UserDto.class)
                                    .publishOn(Schedulers.parallel())
                                    .flatMap(ServerResponse.ok()::bodyValue))
                    .build();
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

    @RestController
    @RequestMapping("/users")
    static class Users {

        private final Map<Long, UserDto> users = new ConcurrentHashMap<>();
        private final ExchangeJson json;

        Users(ExchangeJson json) {
            this.json = json;
        }

        @GetMapping
        Mono<List<UserDto>> list(@RequestParam("id") long id) {
            return Mono.just(List.of(users.get(id)));
        }

        @GetMapping("/{id}")
        Mono<UserDto> get(@PathVariable("id") long id) {
            return Mono.justOrEmpty(users.get(id)).publishOn(Schedulers.parallel());
        }

        @PostMapping
        Mono<ResponseEntity<UserDto>> post(@RequestBody Mono<UserDto> body) {
            return body.publishOn(Schedulers.parallel())
                    .doOnNext(user -> users.put(user.id(), user))
                    .map(user -> ResponseEntity.status(HttpStatus.CREATED).body(user));
        }

        @PutMapping("/{id}")
        Mono<UserDto> put(@PathVariable("id") long id, @RequestBody UserDto user) {
            users.put(id, new UserDto(id, user.description()));
            return get(id);
        }

        @PatchMapping(path = "/{id}", consumes = "application/merge-patch+json")
        Mono<UserDto> patch(@PathVariable("id") long id, @RequestBody byte[] patch, ServerWebExchange exchange) {
            users.put(id, json.readerForUpdating(users.get(id), exchange).readValue(patch));
            return get(id);
        }
    }

    @RestController
    @RequestMapping("/beans")
    static class Beans {

        private final Map<Long, UserBean> beans = new ConcurrentHashMap<>();
        private final ExchangeJson json;

        Beans(ExchangeJson json) {
            this.json = json;
        }

        @GetMapping
        Flux<UserBean> list(@RequestParam("id") long id) {
            return Flux.just(beans.get(id));
        }

        @GetMapping("/{id}")
        Mono<UserBean> get(@PathVariable("id") long id) {
            return Mono.justOrEmpty(beans.get(id)).publishOn(Schedulers.parallel());
        }

        @PostMapping
        Mono<ResponseEntity<UserBean>> post(@RequestBody Mono<UserBean> body) {
            return body.doOnNext(bean -> beans.put(bean.id, bean))
                    .map(bean -> ResponseEntity.status(HttpStatus.CREATED).body(bean));
        }

        @PutMapping("/{id}")
        Mono<UserBean> put(@PathVariable("id") long id, @RequestBody UserBean bean) {
            bean.id = id;
            beans.put(id, bean);
            return get(id);
        }

        @PatchMapping(path = "/{id}", consumes = "application/merge-patch+json")
        Mono<UserBean> patch(@PathVariable("id") long id, @RequestBody byte[] patch, ServerWebExchange exchange) {
            UserBean patched = new UserBean();
            patched.id = id;
            patched.description = beans.get(id).description;
            json.readerForUpdating(patched, exchange).readValue(patch);
            beans.put(id, patched);
            return get(id);
        }
    }
}
