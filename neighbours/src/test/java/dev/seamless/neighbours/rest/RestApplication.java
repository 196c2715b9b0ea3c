package dev.seamless.neighbours.rest;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;

@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
class RestApplication {}
