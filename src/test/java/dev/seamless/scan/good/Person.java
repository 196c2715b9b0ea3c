package dev.seamless.scan.good;

import dev.seamless.RenameConverter;
import dev.seamless.Renamed;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;

@Entity
public class Person {

    @Id
    Long id;

    @Renamed(id = "person-bio", from = "bio")
    String description;

    @Renamed(id = "person-age", fromColumn = "age_text", converter = AgeConverter.class)
    public Integer getAge() {
        return 0;
    }

    public static final class AgeConverter implements RenameConverter<String, Integer> {

        @Override
        public Integer toNew(String oldValue) {
            return Integer.valueOf(oldValue);
        }

        @Override
        public String toOld(Integer newValue) {
            return newValue.toString();
        }
    }
}
