package dev.seamless.hibernate;

import dev.seamless.Renamed;
import dev.seamless.SchemaPhase;
import dev.seamless.database.FreshDatabase;
import dev.seamless.database.TestDatabase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.lang.invoke.MethodHandles;
import java.util.Map;
import java.util.stream.IntStream;
import net.bytebuddy.ByteBuddy;
import net.bytebuddy.description.annotation.AnnotationDescription;
import net.bytebuddy.dynamic.loading.ClassLoadingStrategy;
import org.hibernate.SessionFactory;

/** Start-up time and heap of a factory with 200 entities, none or 20 of them renamed. */
public final class StartupBenchmark {

    private static final int ROUNDS = 7;

    private StartupBenchmark() {}

    /** Prints the best of several rounds, which the noise of the machine disturbs least. */
    public static void main(String[] arguments) {
        Map<Integer, Class<?>[]> generated = Map.of(0, entities(0), 20, entities(20));
        for (int renamed : new int[] {0, 20, 0, 20}) {
            Class<?>[] entities = generated.get(renamed);
            double millis = Double.MAX_VALUE;
            long heap = Long.MAX_VALUE;
            for (int i = 0; i < ROUNDS; i++) {
                try (FreshDatabase database = TestDatabase.H2.open()) {
                    long start = System.nanoTime();
                    SessionFactory factory = new TestFactory(database)
                            .phase("startup", SchemaPhase.DUAL_WRITE)
                            .map(entities)
                            .build();
                    millis = Math.min(millis, (System.nanoTime() - start) / 1e6);
                    heap = Math.min(heap, usedHeap());
                    factory.close();
                }
            }
            System.out.printf("200 entities, %2d renamed: %5.0f ms, %5.1f MB%n", renamed, millis, heap / 1048576.0);
        }
    }

    private static Class<?>[] entities(int renamed) {
        return IntStream.range(0, 200)
                .mapToObj(i -> entity("Generated" + renamed + "Of" + i, i < renamed))
                .toArray(Class<?>[]::new);
    }

    private static Class<?> entity(String name, boolean renamed) {
        AnnotationDescription rename = AnnotationDescription.Builder.ofType(Renamed.class)
                .define("id", "startup")
                .define("from", "bio")
                .build();
        var builder = new ByteBuddy()
                .subclass(Object.class)
                .name("dev.seamless.hibernate." + name)
                .annotateType(AnnotationDescription.Builder.ofType(Entity.class).build())
                .defineField("id", Long.class, java.lang.reflect.Modifier.PUBLIC)
                .annotateField(AnnotationDescription.Builder.ofType(Id.class).build())
                .defineField("name", String.class, java.lang.reflect.Modifier.PUBLIC)
                .defineField("size", Integer.class, java.lang.reflect.Modifier.PUBLIC);
        var description = builder.defineField("description", String.class, java.lang.reflect.Modifier.PUBLIC);
        return (renamed ? description.annotateField(rename) : description)
                .make()
                .load(
                        StartupBenchmark.class.getClassLoader(),
                        ClassLoadingStrategy.UsingLookup.of(MethodHandles.lookup()))
                .getLoaded();
    }

    private static long usedHeap() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
