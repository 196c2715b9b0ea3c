package dev.seamless.schema;

import dev.seamless.schema.Dependent.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.springframework.jdbc.core.JdbcTemplate;

/** Finds what else names a column of a table in PostgreSQL: by pg_depend where it is recorded, in the text of bodies where not. */
final class PostgreSqlDependents {

    /** Each gives a name and a column. */
    private static final String REFERRING = """
            from pg_depend d join pg_attribute a on a.attrelid = d.refobjid and a.attnum = d.refobjsubid %s
            where d.refclassid = 'pg_class'::regclass and d.refobjid = %d and d.classid = '%s'::regclass
            """;

    private record Mention(String name, String column) {}

    private record Body(String name, String definition, String source) {}

    private final JdbcTemplate jdbc;
    private final Names names;
    private final long table;

    PostgreSqlDependents(JdbcTemplate jdbc, Names names, long table) {
        this.jdbc = jdbc;
        this.names = names;
        this.table = table;
    }

    List<Dependent> read(TableName name, List<Column> columns) {
        List<Dependent> found = new ArrayList<>();
        found.addAll(recorded(
                Kind.VIEW,
                "r.ev_class::regclass::text",
                "pg_rewrite",
                "join pg_rewrite r on r.oid = d.objid and r.ev_class <> d.refobjid"));
        found.addAll(recorded(
                Kind.GENERATED_COLUMN,
                "g.attname",
                "pg_attrdef",
                "join pg_attrdef e on e.oid = d.objid join pg_attribute g on g.attrelid = e.adrelid and g.attnum = e.adnum"
                        + " and g.attgenerated <> '' and g.attnum <> a.attnum"));
        found.addAll(recorded(Kind.POLICY, "p.polname", "pg_policy", "join pg_policy p on p.oid = d.objid"));
        found.addAll(recorded(
                Kind.PUBLICATION,
                "p.pubname",
                "pg_publication_rel",
                "join pg_publication_rel l on l.oid = d.objid join pg_publication p on p.oid = l.prpubid"));
        found.addAll(grouped(
                Kind.REPLICA_IDENTITY,
                "select i.indexrelid::regclass::text, a.attname from pg_index i join pg_attribute a on a.attrelid = i.indrelid"
                        + " and a.attnum = any(i.indkey) where i.indisreplident and i.indrelid = " + table));
        found.addAll(triggers(name, columns));
        found.addAll(routines(name, columns));
        return found;
    }

    private List<Dependent> recorded(Kind kind, String name, String catalogue, String joins) {
        return grouped(
                kind,
                "select distinct " + name + ", a.attname " + REFERRING.formatted(joins, table, catalogue)
                        + " order by 1, 2");
    }

    private List<Dependent> grouped(Kind kind, String sql) {
        List<Mention> mentions = jdbc.query(sql, (row, n) -> new Mention(row.getString(1), row.getString(2)));
        return mentions.stream()
                .map(Mention::name)
                .distinct()
                .map(name -> new Dependent(
                        kind,
                        name,
                        mentions.stream()
                                .filter(one -> one.name().equals(name))
                                .map(Mention::column)
                                .toList()))
                .toList();
    }

    private List<Dependent> triggers(TableName name, List<Column> columns) {
        return bodies("""
                        select t.tgname, pg_get_triggerdef(t.oid), p.prosrc from pg_trigger t join pg_proc p on p.oid = t.tgfoid
                        where not t.tgisinternal and t.tgparentid = 0 and t.tgrelid = %d order by 1
                        """.formatted(table)).stream()
                .map(body -> dependent(Kind.TRIGGER, body, columns, column -> mentions(body, name, column)))
                .filter(dependent -> !dependent.columns().isEmpty())
                .toList();
    }

    private boolean mentions(Body trigger, TableName table, String column) {
        SqlText definition = new SqlText(names, trigger.definition());
        SqlText source = new SqlText(names, trigger.source());
        return definition.mentions(column)
                || definition.hasRowMember(column)
                || source.hasRowMember(column)
                || (source.hasWord(column) && source.hasWord(table.name()));
    }

    private List<Dependent> routines(TableName name, List<Column> columns) {
        return bodies("""
                        select p.oid::regprocedure::text, '', p.prosrc from pg_proc p join pg_language l on l.oid = p.prolang
                        where l.lanname not in ('internal', 'c') and p.pronamespace::regnamespace::text not in ('pg_catalog',
                            'information_schema') and not exists (select from pg_trigger t where t.tgfoid = p.oid and t.tgrelid = %d)
                        order by 1
                        """.formatted(table)).stream()
                .filter(body -> new SqlText(names, body.source()).hasWord(name.name()))
                .map(body -> dependent(
                        Kind.ROUTINE, body, columns, column -> new SqlText(names, body.source()).hasWord(column)))
                .filter(dependent -> !dependent.columns().isEmpty())
                .toList();
    }

    private List<Body> bodies(String sql) {
        return jdbc.query(sql, (row, n) -> new Body(row.getString(1), row.getString(2), row.getString(3)));
    }

    private static Dependent dependent(Kind kind, Body body, List<Column> columns, Predicate<String> mentioned) {
        return new Dependent(
                kind,
                body.name(),
                columns.stream().map(Column::name).filter(mentioned).toList());
    }
}
