package dev.seamless.autoconfigure.quiet;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Configuration;

@EnableAutoConfiguration
@Configuration(proxyBeanMethods = false)
public class ReactiveApplication {}
