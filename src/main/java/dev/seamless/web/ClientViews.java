package dev.seamless.web;

import dev.seamless.gate.Admission;
import dev.seamless.gate.GateObserver;
import dev.seamless.json.ClientView;
import java.util.List;
import java.util.Set;

/** Turns what the gate says of a client into what it is served. */
public final class ClientViews {

    private final List<GateObserver> observers;

    /** Creates the views, of which the observers are told each use of an old name. */
    public ClientViews(List<GateObserver> observers) {
        this.observers = List.copyOf(observers);
    }

    /** Tells the observers of the decision, and returns the view of its client. */
    public ClientView of(Admission admission) {
        observers.forEach(observer -> observer.decided(admission));
        return unobserved(admission);
    }

    /** Returns the view of a client about which nothing was decided, because there is no gate. */
    public ClientView unobserved(Admission admission) {
        Set<String> knows = admission.knows();
        ClientView view = knows == null ? ClientView.UNKNOWN : ClientView.knowing(knows);
        return observers.isEmpty()
                ? view
                : view.listening(
                        rename -> observers.forEach(observer -> observer.usedOldName(admission.client(), rename)));
    }
}
