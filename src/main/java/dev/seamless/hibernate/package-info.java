/**
 * The schema boundary inside Hibernate ORM: which of the two columns of a rename an attribute is read from, and the write
 * of both.
 *
 * <p>An attribute stays one attribute. At start-up {@link dev.seamless.hibernate.RenamesIntegrator} points it at the column
 * that is read; from then on {@link dev.seamless.hibernate.OtherColumns} answers, for a table and a column that is
 * assigned, which other column is to be assigned with it. Three hooks ask it: the SQL of a flush (state management), the
 * values of a flush (mutation executor) and the SQL of a query (SQL AST translator). Everything is found through
 * {@link java.util.ServiceLoader}; {@link dev.seamless.hibernate.HibernateRenames} is the entry.
 */
@NullMarked
package dev.seamless.hibernate;

import org.jspecify.annotations.NullMarked;
