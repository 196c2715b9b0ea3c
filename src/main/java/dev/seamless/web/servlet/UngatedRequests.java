package dev.seamless.web.servlet;

import dev.seamless.gate.Gate;
import dev.seamless.web.ClientViews;
import jakarta.servlet.ServletRequestEvent;
import jakarta.servlet.ServletRequestListener;

/** Where there is no gate, and so no filter: gives each request the view of an unknown client, whose old names are noted. */
public final class UngatedRequests implements ServletRequestListener {

    private final Gate gate;
    private final ClientViews views;

    /** Creates the listener. */
    public UngatedRequests(Gate gate, ClientViews views) {
        this.gate = gate;
        this.views = views;
    }

    @Override
    public void requestInitialized(ServletRequestEvent event) {
        event.getServletRequest().setAttribute(RequestClient.ATTRIBUTE, views.unobserved(gate.admit(null)));
    }
}
