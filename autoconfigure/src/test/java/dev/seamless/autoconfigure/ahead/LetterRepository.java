package dev.seamless.autoconfigure.ahead;

import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface LetterRepository extends JpaRepository<Letter, Long> {

    List<Letter> findByBody(String body);

    @Query("select l from Letter l where l.body = ?1")
    List<Letter> withBody(String body);
}
