package dev.seamless.hibernate;

import java.util.function.UnaryOperator;
import org.hibernate.type.BasicType;
import org.jspecify.annotations.Nullable;

/**
 * What the other column of a converting rename holds.
 *
 * @param type its type
 * @param sqlName the name of the type in the dialect
 * @param conversion turns the value of the column that is read into its value
 */
record OtherType(BasicType<?> type, String sqlName, UnaryOperator<@Nullable Object> conversion) {}
