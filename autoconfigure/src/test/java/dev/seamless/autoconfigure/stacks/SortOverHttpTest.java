package dev.seamless.autoconfigure.stacks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Sort;
import org.springframework.data.web.ReactivePageableHandlerMethodArgumentResolver;
import org.springframework.data.web.ReactiveSortHandlerMethodArgumentResolver;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.result.method.annotation.ArgumentResolverConfigurer;

/** {@code sort=label,desc} on each stack: clients sort by the name that they know, until it is retired. */
class SortOverHttpTest {

    @ParameterizedTest
    @EnumSource(
            value = WebApplicationType.class,
            names = {"SERVLET", "REACTIVE"})
    void sortsByEitherName(WebApplicationType stack) {
        try (ConfigurableApplicationContext context = start(stack, "both")) {
            for (String name : new String[] {"label", "title"}) {
                assertThat(get(context, "/sorted?sort=" + name + ",desc")).isEqualTo("[\"b\",\"a\"]");
                assertThat(get(context, "/sorted?sort=" + name + ",asc")).isEqualTo("[\"a\",\"b\"]");
                assertThat(get(context, "/paged?size=1&sort=" + name + ",desc")).isEqualTo("[\"b\"]");
                assertThat(get(context, "/paged?size=1&page=1&sort=" + name + ",desc&sort=id"))
                        .isEqualTo("[\"a\"]");
            }
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = WebApplicationType.class,
            names = {"SERVLET", "REACTIVE"})
    void answersTheRetiredNameWithAProblem(WebApplicationType stack) {
        try (ConfigurableApplicationContext context = start(stack, "new")) {
            assertThat(get(context, "/sorted?sort=title,desc")).isEqualTo("[\"b\",\"a\"]");
            assertThat(get(context, "/sorted?sort=label,desc"))
                    .contains("urn:seamless:problem:old-name-retired", "'label'", "'title'");
        }
    }

    private static ConfigurableApplicationContext start(WebApplicationType stack, String phase) {
        ConfigurableApplicationContext context = new SpringApplicationBuilder(
                        StacksApplication.class, SortedItems.class, SortResolver.class)
                .web(stack)
                .run(
                        "--server.port=0",
                        "--seamless.renames.item-label.api=" + phase,
                        "--spring.datasource.url=jdbc:h2:mem:sort-" + stack + phase,
                        "--spring.jpa.hibernate.ddl-auto=create-drop",
                        "--spring.jpa.open-in-view=false",
                        "--spring.autoconfigure.exclude="
                                + "org.springframework.boot.r2dbc.autoconfigure.R2dbcAutoConfiguration");
        context.getBean(ItemRepository.class).saveAll(List.of(new Item("a"), new Item("b")));
        return context;
    }

    private static String get(ConfigurableApplicationContext context, String uri) {
        return RestTestClient.bindToServer()
                .baseUrl("http://localhost:" + context.getEnvironment().getProperty("local.server.port"))
                .build()
                .get()
                .uri(uri)
                .exchange()
                .returnResult(String.class)
                .getResponseBody();
    }

    @RestController
    static class SortedItems {

        private final ItemRepository items;

        SortedItems(ItemRepository items) {
            this.items = items;
        }

        @GetMapping("/sorted")
        List<String> sorted(Sort sort) {
            return items.findAll(sort).stream().map(item -> item.title).toList();
        }

        @GetMapping("/paged")
        List<String> paged(Pageable page) {
            return items.findAll(page).map(item -> item.title).getContent();
        }
    }

    /** Boot has them for Spring MVC only. */
    static class SortResolver implements WebFluxConfigurer {

        @Override
        public void configureArgumentResolvers(ArgumentResolverConfigurer resolvers) {
            resolvers.addCustomResolver(
                    new ReactiveSortHandlerMethodArgumentResolver(),
                    new ReactivePageableHandlerMethodArgumentResolver());
        }
    }
}
