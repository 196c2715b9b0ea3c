package dev.seamless.neighbours.rest;

import org.springframework.data.jpa.repository.JpaRepository;

public interface People extends JpaRepository<Person, Long> {}
