package dev.seamless.web.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seamless.ApiPhase;
import dev.seamless.json.ClientView;
import dev.seamless.json.Mappers;
import dev.seamless.web.HttpServer;
import dev.seamless.web.TomcatServer;
import dev.seamless.web.UsersApi.UserDto;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.context.annotation.AnnotationConfigUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.hateoas.CollectionModel;
import org.springframework.hateoas.EntityModel;
import org.springframework.hateoas.Link;
import org.springframework.hateoas.RepresentationModel;
import org.springframework.hateoas.config.EnableHypermediaSupport;
import org.springframework.hateoas.config.EnableHypermediaSupport.HypermediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.support.GenericWebApplicationContext;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.config.annotation.EnableWebMvc;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;
import tools.jackson.databind.json.JsonMapper;

/** Spring HATEOAS: a DTO inside of a HAL document has the names of its client. */
class HypermediaTest {

    @ParameterizedTest
    @EnumSource(ApiPhase.class)
    void servesEachClientItsShapeInHal(ApiPhase phase) throws Exception {
        GenericWebApplicationContext application = new GenericWebApplicationContext();
        application.registerBean(JsonMapper.class, () -> Mappers.in(phase));
        AnnotationConfigUtils.registerAnnotationConfigProcessors(application);
        application.registerBean(Web.class);
        boolean both = phase == ApiPhase.BOTH;
        try (HttpServer server = new TomcatServer(new DispatcherServlet(application), (request, response, chain) -> {
            String knows = ((jakarta.servlet.http.HttpServletRequest) request).getHeader("x-knows");
            if (knows != null) {
                request.setAttribute(
                        ClientView.class.getName(),
                        ClientView.knowing(knows.equals("old") ? Set.of() : Set.of("user-bio")));
            }
            chain.doFilter(request, response);
        })) {
            for (String path : List.of("/one", "/many")) {
                assertShape(
                        server.get(path, "Accept", "application/hal+json").body(),
                        phase.servesOld(),
                        phase.servesNew());
                assertShape(
                        server.get(path, "Accept", "application/hal+json", "x-knows", "old")
                                .body(),
                        phase.servesOld(),
                        !phase.servesOld());
                assertShape(
                        server.get(path, "Accept", "application/hal+json", "x-knows", "new")
                                .body(),
                        !both && phase.servesOld(),
                        phase.servesNew());
            }
            assertThat(application.getBean(RequestMappingHandlerAdapter.class).getMessageConverters())
                    .filteredOn(JacksonJsonHttpMessageConverter.class::isInstance)
                    .allMatch(RenameJsonConverter.class::isInstance);
        }
    }

    private static void assertShape(String json, boolean old, boolean current) {
        assertThat(json).contains("_links");
        assertThat(json.contains("\"bio\":\"x\"")).as(json).isEqualTo(old);
        assertThat(json.contains("\"description\":\"x\"")).as(json).isEqualTo(current);
    }

    @Configuration
    @EnableWebMvc
    @EnableHypermediaSupport(type = HypermediaType.HAL)
    static class Web {

        @Bean
        @Order(0)
        WebMvcConfigurer json(JsonMapper mapper) {
            return new WebMvcConfigurer() {
                @Override
                public void configureMessageConverters(HttpMessageConverters.ServerBuilder builder) {
                    builder.withJsonConverter(new JacksonJsonHttpMessageConverter(mapper));
                }
            };
        }

        @Bean
        Last last() {
            return new Last();
        }

        @Bean
        Models models() {
            return new Models();
        }
    }

    /** After Spring HATEOAS, which has no order and is known earlier; it looks for Spring's converter, and for no other. */
    @Order(Ordered.LOWEST_PRECEDENCE)
    static class Last implements WebMvcConfigurer {
        @Override
        @SuppressWarnings("removal") // the hook that Spring HATEOAS uses
        public void extendMessageConverters(List<HttpMessageConverter<?>> converters) {
            converters.replaceAll(Last::covered);
        }

        private static HttpMessageConverter<?> covered(HttpMessageConverter<?> converter) {
            return converter.getClass() == JacksonJsonHttpMessageConverter.class
                    ? new RenameJsonConverter(
                            (JacksonJsonHttpMessageConverter) converter, List.of(RepresentationModel.class))
                    : converter;
        }
    }

    @RestController
    static class Models {
        private final UserDto user = new UserDto(9L, "x");

        @GetMapping("/one")
        EntityModel<UserDto> one() {
            return EntityModel.of(user, Link.of("/one"));
        }

        @GetMapping("/many")
        CollectionModel<EntityModel<UserDto>> many() {
            return CollectionModel.of(List.of(one()), Link.of("/many"));
        }
    }
}
