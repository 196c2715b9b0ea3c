package dev.seamless.web.servlet;

import dev.seamless.ApiPhase;
import dev.seamless.Renames;
import dev.seamless.json.ClientView;
import dev.seamless.json.Mappers;
import dev.seamless.json.RenameModule;
import dev.seamless.web.Clients;
import dev.seamless.web.HttpServer;
import dev.seamless.web.ParameterNames;
import dev.seamless.web.RenameProblems;
import dev.seamless.web.TomcatServer;
import dev.seamless.web.UsersApi;
import dev.seamless.web.UsersApi.UserBean;
import dev.seamless.web.UsersApi.UserDto;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.AnnotationConfigUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.http.converter.json.ProblemDetailJacksonMixin;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.async.DeferredResult;
import org.springframework.web.context.support.GenericWebApplicationContext;
import org.springframework.web.multipart.support.StandardServletMultipartResolver;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.HandlerAdapter;
import org.springframework.web.servlet.config.annotation.EnableWebMvc;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.json.JsonMapper;

/** The users service on a hand-made configuration of Spring MVC. */
final class UsersApp {

    private UsersApp() {}

    static HttpServer start(ApiPhase phase) throws Exception {
        GenericWebApplicationContext application = new GenericWebApplicationContext();
        application.registerBean(
                JsonMapper.class,
                () -> Mappers.builder(Mappers.renames(phase))
                        .addMixIn(ProblemDetail.class, ProblemDetailJacksonMixin.class)
                        .build());
        application.registerBean(Renames.class, () -> Mappers.renames(phase));
        AnnotationConfigUtils.registerAnnotationConfigProcessors(application);
        application.registerBean(Web.class);
        return new TomcatServer(new DispatcherServlet(application), viewFromHeader());
    }

    private static Filter viewFromHeader() {
        return (request, response, chain) -> {
            String knows = ((HttpServletRequest) request).getHeader(Clients.HEADER);
            request.setAttribute(ClientView.class.getName(), Clients.view(knows));
            chain.doFilter(request, response);
        };
    }

    @Configuration
    @EnableWebMvc
    static class Web implements WebMvcConfigurer {

        private final JsonMapper mapper;

        Web(JsonMapper mapper) {
            this.mapper = mapper;
        }

        @Override
        public void configureMessageConverters(HttpMessageConverters.ServerBuilder builder) {
            builder.withJsonConverter(new RenameJsonConverter(new JacksonJsonHttpMessageConverter(mapper)));
        }

        @Bean
        static ClientEmitters clientEmitters() {
            return new ClientEmitters(() -> true);
        }

        @Bean
        ClientFunctions clientFunctions(ObjectProvider<HandlerAdapter> adapters) {
            return new ClientFunctions(true, () -> adapters.orderedStream().toList());
        }

        @Bean
        StandardServletMultipartResolver multipartResolver() {
            return new StandardServletMultipartResolver();
        }

        @Bean
        RequestJson requestJson() {
            return new RequestJson(mapper);
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
        Users users(RequestJson json) {
            return new Users(json);
        }

        @Bean
        RenamedParametersAdapter renamedParametersAdapter(Renames renames, ObjectProvider<HandlerAdapter> adapters) {
            ParameterNames names = new ParameterNames(renames);
            RequestErrors errors = new RequestErrors(new RenameModule(renames).fieldNames(mapper), names);
            return new RenamedParametersAdapter(
                    names, errors, () -> adapters.orderedStream().toList());
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
                    .GET("/functional", request -> ServerResponse.ok().body(new UserDto(9L, "x")))
                    .GET(
                            "/functional-sse",
                            request -> ServerResponse.sse(events -> CompletableFuture.runAsync(
                                    () -> sendLate(events::send, new UserDto(9L, "x"), events::complete), LATER)))
                    .POST("/functional", request -> {
                        UserDto user = request.body(UserDto.class);
                        return user == null
                                ? ServerResponse.badRequest().build()
                                : ServerResponse.ok().body(user);
                    })
                    .build();
        }

        @Bean
        Beans beans(RequestJson json) {
            return new Beans(json);
        }
    }

    /** Most applications have one; it must not hide ours. */
    @RestControllerAdvice
    static class OwnProblems {
        @ExceptionHandler
        ProblemDetail unreadable(HttpMessageNotReadableException e) {
            return ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, "unreadable");
        }
    }

    private static final Executor LATER = CompletableFuture.delayedExecutor(20, TimeUnit.MILLISECONDS);

    /** What sends events. */
    private interface Sending {
        void send(Object event) throws IOException;
    }

    private static void sendLate(Sending sending, UserDto user, Runnable complete) {
        RequestContextHolder.setRequestAttributes(
                OtherRequest.of(ThreadLocalRandom.current().nextBoolean() ? "old" : "new"));
        try {
            sending.send(user);
            sending.send(user);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            RequestContextHolder.resetRequestAttributes();
        }
        complete.run();
    }

    /** The ways on which Spring MVC writes an object. */
    @RestController
    @RequestMapping("/ways")
    static class Ways {

        private final UserDto user = new UserDto(9L, "x");

        @GetMapping("/entity")
        ResponseEntity<Map<String, UserDto>> entity() {
            return ResponseEntity.ok(Map.of("user", user));
        }

        @GetMapping("/callable")
        Callable<UserDto> callable() {
            return () -> user;
        }

        @GetMapping("/future")
        CompletableFuture<UserDto> future() {
            return CompletableFuture.supplyAsync(() -> user);
        }

        @GetMapping("/deferred")
        DeferredResult<UserDto> deferred() {
            DeferredResult<UserDto> result = new DeferredResult<>();
            CompletableFuture.runAsync(() -> result.setResult(user), LATER);
            return result;
        }

        @GetMapping("/mono")
        Mono<UserDto> mono() {
            return Mono.just(user).publishOn(Schedulers.parallel());
        }

        @GetMapping("/flux")
        Flux<UserDto> flux() {
            return Flux.just(user, user).publishOn(Schedulers.parallel());
        }

        @GetMapping(path = "/flux-sse", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
        Flux<UserDto> events() {
            return flux();
        }

        @GetMapping(path = "/ndjson", produces = MediaType.APPLICATION_NDJSON_VALUE)
        Flux<UserDto> lines() {
            return flux();
        }

        @GetMapping("/sse")
        SseEmitter sse() throws IOException {
            SseEmitter emitter = new SseEmitter();
            emitter.send(user);
            emitter.complete();
            return emitter;
        }

        /** Sends when the method is long over, from a thread that seems to serve another client. */
        @GetMapping("/late-sse")
        SseEmitter late() {
            SseEmitter emitter = new SseEmitter();
            CompletableFuture.runAsync(() -> sendLate(emitter::send, user, emitter::complete), LATER);
            return emitter;
        }
    }

    static class Users extends UsersApi.Users {

        private final RequestJson json;

        Users(RequestJson json) {
            this.json = json;
        }

        @PatchMapping(path = "/{id}", consumes = "application/merge-patch+json")
        UserDto patch(@PathVariable("id") long id, @RequestBody byte[] patch) {
            users.put(id, json.readerForUpdating(users.get(id)).readValue(patch));
            return users.get(id);
        }
    }

    static class Beans extends UsersApi.Beans {

        private final RequestJson json;

        Beans(RequestJson json) {
            this.json = json;
        }

        @PatchMapping(path = "/{id}", consumes = "application/merge-patch+json")
        UserBean patch(@PathVariable("id") long id, @RequestBody byte[] patch) {
            UserBean patched = beans.get(id).copy();
            json.readerForUpdating(patched).readValue(patch);
            beans.put(id, patched);
            return patched;
        }
    }
}
