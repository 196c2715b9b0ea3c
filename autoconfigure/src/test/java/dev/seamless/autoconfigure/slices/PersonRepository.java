package dev.seamless.autoconfigure.slices;

import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

interface PersonRepository extends JpaRepository<Person, Long> {

    List<Person> findByDescription(String description);

    @Modifying(clearAutomatically = true)
    @Query("update Person p set p.description = :description where p.description = :before")
    int describe(String before, String description);
}
