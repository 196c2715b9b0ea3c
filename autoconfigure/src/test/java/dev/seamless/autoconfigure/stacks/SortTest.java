package dev.seamless.autoconfigure.stacks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.data.jpa.test.autoconfigure.DataJpaTest;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Sort;

@DataJpaTest(properties = {"seamless.renames.item-label.api=both", "spring.jpa.hibernate.ddl-auto=create-drop"})
class SortTest {

    @Autowired
    private ItemRepository items;

    @Test
    void sortsARepositoryByTheOldName() {
        items.save(new Item("a"));
        items.save(new Item("b"));
        for (String name : new String[] {"label", "title"}) {
            assertThat(items.findAll(Sort.by(Sort.Order.desc(name))))
                    .extracting(item -> item.title)
                    .containsExactly("b", "a");
            assertThat(items.findAll(PageRequest.of(0, 1, Sort.by(Sort.Order.desc(name)))))
                    .extracting(item -> item.title)
                    .containsExactly("b");
        }
    }
}
