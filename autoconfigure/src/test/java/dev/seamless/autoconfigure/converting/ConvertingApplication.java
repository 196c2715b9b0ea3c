package dev.seamless.autoconfigure.converting;

import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
class ConvertingApplication {}
