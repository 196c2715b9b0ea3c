package dev.seamless.autoconfigure;

import org.springframework.boot.actuate.endpoint.web.PathMappedEndpoints;

/** Where the Actuator endpoints answer: probes and scrapers have no client version. */
final class ActuatorPaths {

    private final PathMappedEndpoints endpoints;

    ActuatorPaths(PathMappedEndpoints endpoints) {
        this.endpoints = endpoints;
    }

    boolean contain(String path) {
        return path.equals(endpoints.getBasePath())
                || endpoints.getAllPaths().stream().anyMatch(each -> path.equals(each) || path.startsWith(each + "/"));
    }
}
