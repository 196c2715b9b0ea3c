package dev.seamless.tour.faults;

import static net.bytebuddy.matcher.ElementMatchers.isConstructor;
import static net.bytebuddy.matcher.ElementMatchers.named;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.instrument.Instrumentation;
import java.util.List;
import net.bytebuddy.agent.builder.AgentBuilder;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.dynamic.DynamicType;
import net.bytebuddy.implementation.StubMethod;
import net.bytebuddy.implementation.SuperMethodCall;
import net.bytebuddy.implementation.bytecode.assign.Assigner;

/** Runs in the process of an instance, and takes out of the shipped classes what its argument names. */
public final class FaultAgent {

    /** Without it the start would stop at a missing hook: what it guards against is to be seen. */
    private static final Cut SELF_TEST = new Cut(
            "dev.seamless.hibernate.SelfTest",
            builder -> builder.method(named("sessionFactoryCreated")).intercept(StubMethod.INSTANCE));

    private static final Cut SQL_OF_UPDATES = new Cut(
            "dev.seamless.hibernate.DualUpdateCoordinator",
            builder -> builder.method(named("createOperationGroup")).intercept(SuperMethodCall.INSTANCE));

    private static final Cut VALUES_OF_UPDATES = new Cut(
            "dev.seamless.hibernate.DualExecutorService",
            builder -> builder.visit(Advice.to(NotOfUpdates.class).on(named("touchesAny"))));

    private static final Cut COMPARISON = new Cut(
            "dev.seamless.backfill.SqlWindow",
            builder -> builder.visit(Advice.to(OnlyWhereNull.class).on(isConstructor())));

    private FaultAgent() {}

    /** What the JVM calls before the application. */
    public static void premain(String fault, Instrumentation instrumentation) {
        List<Cut> cuts =
                switch (fault) {
                    case "sql-of-updates" -> List.of(SELF_TEST, SQL_OF_UPDATES);
                    case "updates" -> List.of(SELF_TEST, SQL_OF_UPDATES, VALUES_OF_UPDATES);
                    case "comparison" -> List.of(COMPARISON);
                    case "nothing" -> List.of();
                    default -> List.of(rule(fault));
                };
        cuts.forEach(cut -> new AgentBuilder.Default()
                .with(AgentBuilder.TypeStrategy.Default.REDEFINE)
                .type(named(cut.type))
                .transform((builder, type, loader, module, domain) -> cut.surgery.of(builder))
                .installOn(instrumentation));
    }

    private static Cut rule(String name) {
        return new Cut(
                "dev.seamless.protocol.Broken",
                builder -> builder.visit(Advice.withCustomMapping()
                        .bind(RuleName.class, name)
                        .to(WithoutRule.class)
                        .on(named("when"))));
    }

    private interface Surgery {

        DynamicType.Builder<?> of(DynamicType.Builder<?> builder);
    }

    private record Cut(String type, Surgery surgery) {}

    /** Inlined at the begin of the constructor of a window: the usual recipe instead of the comparison. */
    public static final class OnlyWhereNull {

        private OnlyWhereNull() {}

        @Advice.OnMethodEnter
        static void enter(@Advice.Argument(value = 3, readOnly = false) String differ) {
            differ = "description is null";
        }
    }

    /** The rule of the protocol that is taken out. */
    @Retention(RetentionPolicy.RUNTIME)
    @interface RuleName {}

    /** Inlined where the protocol collects what a start, a migration or a pass would break. */
    public static final class WithoutRule {

        private WithoutRule() {}

        @Advice.OnMethodEnter
        static void enter(
                @Advice.Argument(value = 0, readOnly = false) boolean broken,
                @Advice.Argument(value = 1, typing = Assigner.Typing.DYNAMIC) Object rule,
                @RuleName String taken) {
            if (rule.toString().equals(taken)) {
                broken = false;
            }
        }
    }

    /** Inlined at the end of the question whether values are bound twice; Hibernate's classes are not known here. */
    public static final class NotOfUpdates {

        private NotOfUpdates() {}

        @Advice.OnMethodExit
        static void exit(@Advice.Argument(0) Object operations, @Advice.Return(readOnly = false) boolean touches)
                throws ReflectiveOperationException {
            if (Class.forName(
                            "org.hibernate.sql.model.MutationOperationGroup",
                            true,
                            operations.getClass().getClassLoader())
                    .getMethod("getMutationType")
                    .invoke(operations)
                    .toString()
                    .equals("UPDATE")) {
                touches = false;
            }
        }
    }
}
