package dev.seamless.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.seamless.ApiPhase;
import dev.seamless.Renamed;
import dev.seamless.json.Mappers;
import dev.seamless.web.ParameterNames;
import dev.seamless.web.RenamedParameterException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Sort;

/** Sorting by an old name, as a repository gets it. */
class SortAdviceTest {

    @ParameterizedTest
    @EnumSource(ApiPhase.class)
    void sortsByEitherNameAsLongAsTheOldOneIsAccepted(ApiPhase phase) {
        Sort current = Sort.by(Sort.Order.desc("description").ignoreCase().nullsLast());
        Sort old = Sort.by(Sort.Order.desc("bio").ignoreCase().nullsLast());
        assertThat(users(phase).find(current)).isEqualTo(current);
        if (phase.acceptsOld()) {
            assertThat(users(phase).find(old)).isEqualTo(current);
        } else {
            assertThatExceptionOfType(RenamedParameterException.class)
                    .isThrownBy(() -> users(phase).find(old));
        }
    }

    @Test
    void keepsPageSizeAndOtherOrders() {
        Pageable page = PageRequest.of(3, 7, Sort.by("id", "address.bio", "bio"));
        assertThat(users(ApiPhase.BOTH).page(page))
                .isEqualTo(PageRequest.of(3, 7, Sort.by("id", "address.description", "description")));
        assertThat(users(ApiPhase.BOTH).page(Pageable.unpaged(Sort.by("bio"))))
                .isEqualTo(Pageable.unpaged(Sort.by("description")));
    }

    @Test
    void leavesOtherArgumentsAsTheyAre() {
        Pageable page = PageRequest.of(3, 7, Sort.by("id"));
        assertThat(users(ApiPhase.BOTH).page(page)).isSameAs(page);
        assertThat(users(ApiPhase.BOTH).page(Pageable.unpaged())).isSameAs(Pageable.unpaged());
    }

    private static Users users(ApiPhase phase) {
        ProxyFactory proxy = new ProxyFactory(new Echo());
        proxy.addAdvice(new SortAdvice(new ParameterNames(Mappers.renames(phase)), User.class));
        return (Users) proxy.getProxy();
    }

    interface Users {
        Sort find(Sort sort);

        Pageable page(Pageable page);
    }

    static class Echo implements Users {
        @Override
        public Sort find(Sort sort) {
            return sort;
        }

        @Override
        public Pageable page(Pageable page) {
            return page;
        }
    }

    static class User {
        Long id;

        @Renamed(id = "user-bio", from = "bio")
        String description;

        Address address;
    }

    static class Address {
        @Renamed(id = "user-bio", from = "bio")
        String description;
    }
}
