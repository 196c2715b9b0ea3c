package dev.seamless.autoconfigure;

import dev.seamless.RefusedException;
import dev.seamless.hibernate.HibernateRenames;
import dev.seamless.hibernate.RenamedColumn;
import dev.seamless.ledger.Guard;
import java.util.List;
import org.hibernate.SessionFactory;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.resource.transaction.spi.TransactionCoordinatorBuilder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Persistence units whose connections nobody can guard: their instance could be made gone, and write on. */
final class UnguardedUnits {

    private static final Logger LOG = LoggerFactory.getLogger(UnguardedUnits.class);

    private final Guard guard;

    UnguardedUnits(Guard guard) {
        this.guard = guard;
    }

    /** Whether a transaction manager of several resources ends the transactions of a unit. */
    static boolean isJta(SessionFactory factory) {
        return factory.unwrap(SessionFactoryImplementor.class)
                .getServiceRegistry()
                .requireService(TransactionCoordinatorBuilder.class)
                .isJta();
    }

    /** A unit whose transactions outlive their sessions. */
    void withJta(SessionFactory factory) {
        refuse(
                factory,
                "has JTA transactions: one that is prepared outlives its session, so that an instance which is gone"
                        + " could still write",
                "Give it local transactions");
    }

    /** A unit that takes its connections past every data source. */
    void withoutDataSource(SessionFactory factory) {
        refuse(
                factory,
                "has no data source, so that nobody can ask whether its instance is still in the fleet",
                "Give its entity manager factory a data source");
    }

    private void refuse(SessionFactory factory, String why, String what) {
        List<RenamedColumn> renamed = HibernateRenames.of(factory);
        if (renamed.isEmpty() || guard == Guard.OFF) {
            return;
        }
        String description = "The persistence unit of " + renamed.get(0).pair() + " " + why + ".";
        if (guard == Guard.ENFORCE) {
            throw new RefusedException(
                    description,
                    what + "; or set seamless.guard to warn or off, and keep the order of the moves by hand.");
        }
        LOG.warn("{} It is not guarded, and not counted in the fleet.", description);
    }
}
