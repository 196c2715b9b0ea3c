package dev.seamless.neighbours.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seamless.Renamed;
import org.junit.jupiter.api.Test;
import org.modelmapper.ModelMapper;
import org.modelmapper.ValidationException;
import org.modelmapper.convention.MatchingStrategies;
import org.springframework.beans.BeanUtils;
import tools.jackson.databind.json.JsonMapper;

/** What copies values by name while it runs, where one side alone is renamed. */
class CopyingByNameTest {

    @Test
    void beanUtilsSkipsTheAttribute() {
        OldDto copy = new OldDto();
        BeanUtils.copyProperties(new User(), copy);
        assertThat(copy.getBio()).isNull();
    }

    @Test
    void modelMapperLeavesTheAttributeOutUntilItIsValidated() {
        ModelMapper mapper = new ModelMapper();
        assertThat(mapper.map(new User(), OldDto.class).getBio()).isNull();
        assertThatThrownBy(mapper::validate).isInstanceOf(ValidationException.class);
    }

    @Test
    void modelMapperTakesTheNearestNameUnlessItIsStrict() {
        assertThat(new ModelMapper().map(new NotedUser(), OldDto.class).getBio())
                .isEqualTo("another text");
        ModelMapper strict = new ModelMapper();
        strict.getConfiguration().setMatchingStrategy(MatchingStrategies.STRICT);
        assertThat(strict.map(new NotedUser(), OldDto.class).getBio()).isNull();
    }

    @Test
    void aMapperOfJacksonMadeByHandDropsTheOldName() {
        JsonMapper byHand = new JsonMapper();
        assertThat(byHand.readValue("{\"bio\":\"x\"}", UserDto.class).description())
                .isNull();
        assertThat(byHand.writeValueAsString(new UserDto("x"))).isEqualTo("{\"description\":\"x\"}");
    }

    public record UserDto(
            @Renamed(id = "user-bio", from = "bio") String description) {}

    public static class User {
        @Renamed(id = "user-bio", from = "bio")
        private final String description = "a text";

        public String getDescription() {
            return description;
        }
    }

    public static class NotedUser extends User {
        public String getBioNote() {
            return "another text";
        }
    }

    public static class OldDto {
        private String bio;

        public String getBio() {
            return bio;
        }

        public void setBio(String bio) {
            this.bio = bio;
        }
    }
}
