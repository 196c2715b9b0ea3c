package dev.seamless.web;

import jakarta.servlet.Filter;
import jakarta.servlet.MultipartConfigElement;
import jakarta.servlet.Servlet;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.catalina.Context;
import org.apache.catalina.Wrapper;
import org.apache.catalina.core.StandardContext;
import org.apache.catalina.startup.Tomcat;
import org.apache.tomcat.util.descriptor.web.FilterDef;
import org.apache.tomcat.util.descriptor.web.FilterMap;

/** A servlet on a real Tomcat, on a free port. */
public final class TomcatServer extends HttpServer {

    /** Tomcat warns of the threads of Reactor's schedulers, which outlive it. */
    private static final Logger LOGGER = Logger.getLogger("org.apache.catalina");

    static {
        LOGGER.setLevel(Level.SEVERE);
    }

    private final Tomcat tomcat = new Tomcat();

    public TomcatServer(Servlet servlet, Filter... filters) throws Exception {
        Path base = Files.createTempDirectory("seamless-tomcat");
        tomcat.setBaseDir(base.toString());
        tomcat.setPort(0);
        tomcat.setSilent(true);
        StandardContext context = (StandardContext) tomcat.addContext("", base.toString());
        context.setClearReferencesThreadLocals(false);
        context.setClearReferencesRmiTargets(false);
        Wrapper wrapper = Tomcat.addServlet(context, "servlet", servlet);
        wrapper.setAsyncSupported(true);
        wrapper.setMultipartConfigElement(new MultipartConfigElement(base.toString()));
        context.addServletMappingDecoded("/", "servlet");
        for (Filter filter : filters) {
            addFilter(context, filter);
        }
        tomcat.getConnector();
        tomcat.start();
    }

    private static void addFilter(Context context, Filter filter) {
        FilterDef definition = new FilterDef();
        definition.setFilterName(filter.getClass().getName());
        definition.setFilter(filter);
        definition.setAsyncSupported("true");
        context.addFilterDef(definition);
        FilterMap map = new FilterMap();
        map.setFilterName(definition.getFilterName());
        map.addURLPattern("/*");
        context.addFilterMap(map);
    }

    @Override
    protected int port() {
        return tomcat.getConnector().getLocalPort();
    }

    @Override
    public void close() throws Exception {
        tomcat.stop();
        tomcat.destroy();
    }
}
