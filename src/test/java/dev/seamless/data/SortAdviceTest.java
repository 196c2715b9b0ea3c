package dev.seamless.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.seamless.ApiPhase;
import dev.seamless.RenameConverter;
import dev.seamless.Renamed;
import dev.seamless.json.Mappers;
import dev.seamless.web.ParameterNames;
import dev.seamless.web.RenamedParameterException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Sort;

/** Sorting by an old name, as a repository gets it. */
class SortAdviceTest {

    private final List<String> used = new ArrayList<>();

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
        assertThat(used).as("also of one that is refused").containsExactly("user-bio");
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

    @Test
    void aConverterIsNoReasonNotToSort() {
        Sort sort = Sort.by("id", "price_cents");
        assertThat(users(ApiPhase.BOTH, Priced.class).find(sort)).isEqualTo(sort);
    }

    static class Priced {
        Long id;

        @Renamed(id = "user-bio", from = "price_cents", converter = Euros.class)
        BigDecimal price;
    }

    static class Euros implements RenameConverter<Long, BigDecimal> {
        @Override
        public BigDecimal toNew(Long old) {
            return BigDecimal.valueOf(old, 2);
        }

        @Override
        public Long toOld(BigDecimal current) {
            return current.movePointRight(2).longValueExact();
        }
    }

    private Users users(ApiPhase phase) {
        return users(phase, User.class);
    }

    private Users users(ApiPhase phase, Class<?> type) {
        ProxyFactory proxy = new ProxyFactory(new Echo());
        proxy.addAdvice(
                new SortAdvice(new ParameterNames(Mappers.renames(phase)), type, rename -> used.add(rename.id())));
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
