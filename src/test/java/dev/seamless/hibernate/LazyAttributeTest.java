package dev.seamless.hibernate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seamless.SchemaPhase;
import dev.seamless.database.FreshDatabase;
import dev.seamless.database.TestDatabase;
import java.lang.invoke.MethodHandles;
import java.util.List;
import net.bytebuddy.ByteBuddy;
import org.hibernate.SessionFactory;
import org.hibernate.bytecode.enhance.spi.DefaultEnhancementContext;
import org.hibernate.bytecode.enhance.spi.Enhancer;
import org.hibernate.bytecode.internal.BytecodeProviderInitiator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A lazy attribute of an entity whose class is enhanced: what is not loaded is not written. */
class LazyAttributeTest {

    public interface Page {
        void name(String name);

        String text();

        void text(String text);
    }

    @ParameterizedTest
    @EnumSource
    void writesALazyAttributeOnlyWhereItIsSet(SchemaPhase phase) throws Exception {
        Class<?> page = Enhanced.PAGE;
        try (FreshDatabase database = TestDatabase.H2.open();
                SessionFactory factory =
                        new TestFactory(database).phase("page", phase).map(page).build()) {
            var constructor = page.getDeclaredConstructor();
            constructor.setAccessible(true);
            Object created = constructor.newInstance();
            factory.inTransaction(session -> session.persist(created));

            assertThat(assigned(factory, phase, found -> found.name("other"))).isEmpty();
            assertThat(assigned(factory, phase, found -> found.text("set"))).hasSize(phase.writesBoth() ? 2 : 1);
            assertThat(assigned(
                            factory, phase, found -> assertThat(found.text()).isEqualTo("set")))
                    .isEmpty();
        }
    }

    private static List<String> assigned(
            SessionFactory factory, SchemaPhase phase, java.util.function.Consumer<Page> change) {
        TestFactory.log(factory).clear();
        factory.inTransaction(session -> change.accept((Page) session.find(Enhanced.PAGE, 1L)));
        List<String> statements = TestFactory.log(factory).statements();
        new StatementRules(phase, "body", "text").check(statements);
        return statements.stream()
                .flatMap(sql -> AssignedColumns.of(sql).stream())
                .flatMap(List::stream)
                .filter(column -> column.equals("body") || column.equals("text"))
                .toList();
    }

    /** A copy of {@link LazyPage} under another name, enhanced as Hibernate's build plugins do it. */
    private static final class Enhanced {

        private static final Class<?> PAGE = define();

        private static Class<?> define() {
            Enhancer enhancer = BytecodeProviderInitiator.buildDefaultBytecodeProvider()
                    .getEnhancer(new DefaultEnhancementContext());
            String name = LazyPage.class.getPackageName() + ".EnhancedPage";
            byte[] copy =
                    new ByteBuddy().redefine(LazyPage.class).name(name).make().getBytes();
            try {
                return MethodHandles.lookup().defineClass(enhancer.enhance(name, copy));
            } catch (IllegalAccessException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
