package dev.seamless.gate;

/** Is told of every request that passes the gate, for meters. */
@FunctionalInterface
public interface GateObserver {

    /** Notes a decision. Called on the request's thread: it must not block. */
    void decided(Admission admission);
}
