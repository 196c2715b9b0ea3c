package dev.seamless.web.servlet;

import dev.seamless.ApiPhase;
import dev.seamless.Renamed;
import dev.seamless.Renames;
import dev.seamless.json.ClientView;
import dev.seamless.json.Mappers;
import dev.seamless.json.RenameModule;
import dev.seamless.web.HttpServer;
import dev.seamless.web.ParameterNames;
import dev.seamless.web.RenameProblems;
import dev.seamless.web.TomcatServer;
import jakarta.servlet.Filter;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.AnnotationConfigUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
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
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.support.GenericWebApplicationContext;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.config.annotation.EnableWebMvc;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.json.JsonMapper;

/** A users service with records and beans, as a team would write it, on a hand-made configuration of Spring MVC. */
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

    /** Stands in for the version gate: {@code x-knows: old|new}, an unknown client without it. */
    private static Filter viewFromHeader() {
        ClientView old = ClientView.knowing(Set.of());
        ClientView current = ClientView.knowing(Set.of("user-bio"));
        return (request, response, chain) -> {
            String knows = ((jakarta.servlet.http.HttpServletRequest) request).getHeader("x-knows");
            if (knows != null) {
                request.setAttribute(ClientView.class.getName(), knows.equals("old") ? old : current);
            }
            chain.doFilter(request, response);
        };
    }

    public record UserDto(
            Long id, @Renamed(id = "user-bio", from = "bio") String description) {}

    public static class UserBean {
        public Long id;

        @Renamed(id = "user-bio", from = "bio")
        public String description = "absent";
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
        RenamedParametersAdapter renamedParametersAdapter(
                Renames renames, ObjectProvider<RequestMappingHandlerAdapter> adapter) {
            ParameterNames names = new ParameterNames(renames);
            RequestErrors errors = new RequestErrors(new RenameModule(renames).fieldNames(mapper), names);
            return new RenamedParametersAdapter(names, errors, adapter::getObject);
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

        @GetMapping("/mono")
        Mono<UserDto> mono() {
            return Mono.just(user).publishOn(Schedulers.parallel());
        }

        @GetMapping("/flux")
        Flux<UserDto> flux() {
            return Flux.just(user, user).publishOn(Schedulers.parallel());
        }

        @GetMapping("/sse")
        SseEmitter sse() throws IOException {
            SseEmitter emitter = new SseEmitter();
            emitter.send(user);
            emitter.complete();
            return emitter;
        }
    }

    @RestController
    @RequestMapping("/users")
    static class Users {

        private final Map<Long, UserDto> users = new ConcurrentHashMap<>();
        private final RequestJson json;

        Users(RequestJson json) {
            this.json = json;
        }

        @GetMapping
        List<UserDto> list(@RequestParam("id") long id) {
            return List.of(users.get(id));
        }

        @GetMapping("/{id}")
        ResponseEntity<UserDto> get(@PathVariable("id") long id) {
            return ResponseEntity.of(java.util.Optional.ofNullable(users.get(id)));
        }

        @PostMapping
        ResponseEntity<UserDto> post(@RequestBody UserDto user) {
            users.put(user.id(), user);
            return ResponseEntity.status(HttpStatus.CREATED).body(user);
        }

        @PutMapping("/{id}")
        UserDto put(@PathVariable("id") long id, @RequestBody UserDto user) {
            users.put(id, new UserDto(id, user.description()));
            return users.get(id);
        }

        @PatchMapping(path = "/{id}", consumes = "application/merge-patch+json")
        UserDto patch(@PathVariable("id") long id, @RequestBody byte[] patch) {
            users.put(id, json.readerForUpdating(users.get(id)).readValue(patch));
            return users.get(id);
        }
    }

    @RestController
    @RequestMapping("/beans")
    static class Beans {

        private final Map<Long, UserBean> beans = new ConcurrentHashMap<>();
        private final RequestJson json;

        Beans(RequestJson json) {
            this.json = json;
        }

        @GetMapping
        List<UserBean> list(@RequestParam("id") long id) {
            return List.of(beans.get(id));
        }

        @GetMapping("/{id}")
        UserBean get(@PathVariable("id") long id) {
            return beans.get(id);
        }

        @PostMapping
        ResponseEntity<UserBean> post(@RequestBody UserBean bean) {
            beans.put(bean.id, bean);
            return ResponseEntity.status(HttpStatus.CREATED).body(bean);
        }

        @PutMapping("/{id}")
        UserBean put(@PathVariable("id") long id, @RequestBody UserBean bean) {
            bean.id = id;
            beans.put(id, bean);
            return bean;
        }

        @PatchMapping(path = "/{id}", consumes = "application/merge-patch+json")
        UserBean patch(@PathVariable("id") long id, @RequestBody byte[] patch) {
            UserBean patched = new UserBean();
            patched.id = id;
            patched.description = beans.get(id).description;
            json.readerForUpdating(patched).readValue(patch);
            beans.put(id, patched);
            return patched;
        }
    }
}
