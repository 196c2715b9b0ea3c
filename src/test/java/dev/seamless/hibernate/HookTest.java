package dev.seamless.hibernate;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seamless.RefusedException;
import dev.seamless.SchemaPhase;
import dev.seamless.database.FreshDatabase;
import dev.seamless.database.TestDatabase;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.registry.StandardServiceRegistryBuilder;
import org.hibernate.boot.registry.classloading.internal.ClassLoaderServiceImpl;
import org.hibernate.boot.spi.BootstrapContext;
import org.hibernate.engine.jdbc.env.internal.JdbcEnvironmentInitiator;
import org.hibernate.engine.jdbc.mutation.internal.MutationExecutorServiceInitiator;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.integrator.spi.Integrator;
import org.hibernate.persister.state.internal.StandardStateManagement;
import org.hibernate.service.spi.ServiceContributor;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A Hibernate, or another extension, that bypasses one of the hooks fails the start. */
class HookTest {

    enum Bypass {
        STATE_MANAGEMENT("the insert of a flush") {
            @Override
            void apply(Metadata metadata) {
                metadata.getEntityBindings()
                        .forEach(entity -> entity.getRootClass().setStateManagementType(StandardStateManagement.class));
            }
        },
        COLLECTION_STATE_MANAGEMENT("the rows of a collection") {
            @Override
            void apply(Metadata metadata) {
                metadata.getCollectionBindings()
                        .forEach(collection -> collection.setStateManagementType(StandardStateManagement.class));
            }
        },
        MUTATION_EXECUTOR("the values of a flush") {
            @Override
            void apply(StandardServiceRegistryBuilder registry) {
                registry.addInitiator(MutationExecutorServiceInitiator.INSTANCE);
            }
        },
        FOREIGN_MUTATION_EXECUTOR("the values of a flush") {
            @Override
            void apply(StandardServiceRegistryBuilder registry) {
                registry.applySetting(
                        MutationExecutorServiceInitiator.EXECUTOR_KEY,
                        (org.hibernate.engine.jdbc.mutation.spi.MutationExecutorService)
                                (batchKey, operations, session) -> {
                                    throw new UnsupportedOperationException();
                                });
            }
        },
        JDBC_ENVIRONMENT("the update of a query") {
            @Override
            void apply(StandardServiceRegistryBuilder registry) {
                registry.addInitiator(JdbcEnvironmentInitiator.INSTANCE);
            }
        };

        private final String hook;

        Bypass(String hook) {
            this.hook = hook;
        }

        void apply(StandardServiceRegistryBuilder registry) {}

        void apply(Metadata metadata) {}
    }

    /** Adds the bypass to what Hibernate loads, behind all others. */
    private static final class Bypassed extends ClassLoaderServiceImpl {

        private static final long serialVersionUID = 1;

        private final transient Bypass bypass;

        Bypassed(Bypass bypass) {
            this.bypass = bypass;
        }

        @Override
        @SuppressWarnings("unchecked")
        public <S> Collection<S> loadJavaServices(Class<S> type) {
            List<S> services = new ArrayList<>(super.loadJavaServices(type));
            if (type == Integrator.class) {
                services.add((S) new Integrator() {
                    @Override
                    public void integrate(
                            Metadata metadata, BootstrapContext context, SessionFactoryImplementor factory) {
                        bypass.apply(metadata);
                    }
                });
            } else if (type == ServiceContributor.class) {
                services.add((S) (ServiceContributor) bypass::apply);
            }
            return services;
        }
    }

    @ParameterizedTest
    @EnumSource
    void bypassingAHookFailsTheStart(Bypass bypass) {
        try (FreshDatabase database = TestDatabase.H2.open()) {
            TestFactory factory = new TestFactory(database)
                    .phase(MappingCase.RENAME, SchemaPhase.DUAL_WRITE)
                    .map(ElementsCase.Tagged.class, SingleTableCase.Animal.class)
                    .services(new Bypassed(bypass));

            assertThatThrownBy(factory::build)
                    .isInstanceOf(RefusedException.class)
                    .hasMessageContaining("bypasses Seamless in " + bypass.hook);
        }
    }
}
