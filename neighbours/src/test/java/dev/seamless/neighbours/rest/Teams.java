package dev.seamless.neighbours.rest;

import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.rest.core.annotation.RepositoryRestResource;

@RepositoryRestResource
public interface Teams extends JpaRepository<Team, Long> {}
