package dev.seamless.hibernate;

import java.util.List;
import java.util.Set;
import org.hibernate.SessionFactory;
import org.hibernate.engine.spi.SessionFactoryImplementor;

/**
 * The renames of the attributes that a Hibernate session factory maps.
 *
 * <p>The factory is given its renames by the setting {@value #SETTING}. Without it, or with an empty set, Hibernate is left
 * as it is; a factory that then maps a {@link dev.seamless.Renamed} attribute all the same is refused, because no phase would
 * be known.
 */
public final class HibernateRenames {

    /** The setting of the session factory that holds its {@link dev.seamless.Renames}. */
    public static final String SETTING = "seamless.renames";

    /** The setting that, if {@code false}, leaves the real schema unchecked: for whoever comes to change it. Default true. */
    public static final String CHECK_SCHEMA = "seamless.check-schema";

    private HibernateRenames() {}

    /** Returns the renamed attributes that the factory maps, in the order in which it maps them. */
    public static List<RenamedColumn> of(SessionFactory factory) {
        return OtherColumns.of(factory.unwrap(SessionFactoryImplementor.class)).renamed();
    }

    /** Returns every column that a factory maps which has a {@link ConnectionGuard}; none for another. */
    public static Set<TableColumn> columns(SessionFactory factory) {
        return OtherColumns.of(factory.unwrap(SessionFactoryImplementor.class)).mapped();
    }
}
