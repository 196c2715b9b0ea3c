package dev.seamless.hibernate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seamless.Renamed;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.List;
import org.hibernate.SessionFactory;

/** Attributes of the root and of a subclass in one table. */
final class SingleTableCase implements MappingCase {

    @Entity(name = "Animal")
    static class Animal {
        @Id
        Long id;

        @Renamed(id = RENAME, from = "bio")
        String description;
    }

    @Entity(name = "Dog")
    static class Dog extends Animal {
        @Renamed(id = RENAME, from = "noise")
        String sound;
    }

    @Entity(name = "Cat")
    static class Cat extends Animal {
        @Renamed(id = RENAME, from = "noise")
        String sound;
    }

    @Override
    public List<Class<?>> entities() {
        return List.of(Animal.class, Dog.class, Cat.class);
    }

    @Override
    public void write(SessionFactory factory) {
        factory.inTransaction(session -> {
            Dog dog = new Dog();
            dog.id = 1L;
            dog.description = "dog";
            dog.sound = "woof";
            session.persist(dog);
            Cat cat = new Cat();
            cat.id = 2L;
            cat.description = "cat";
            cat.sound = "meow";
            session.persist(cat);
        });
        factory.inTransaction(session -> session.find(Dog.class, 1L).sound = "bark");
        factory.inTransaction(session -> {
            session.createMutationQuery("update Animal a set a.description = 'any'")
                    .executeUpdate();
            session.createMutationQuery(
                            "update Dog d set d.sound = 'growl', d.description = 'd' where d.sound = 'bark'")
                    .executeUpdate();
        });
        factory.inStatelessTransaction(session -> {
            Cat cat = new Cat();
            cat.id = 2L;
            cat.description = "upserted";
            session.upsert(cat);
        });
        factory.inTransaction(session -> {
            assertThat(session.find(Animal.class, 2L).description).isEqualTo("upserted");
            assertThat(session.find(Dog.class, 1L).sound).isEqualTo("growl");
        });
    }
}
