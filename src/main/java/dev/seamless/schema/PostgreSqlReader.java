package dev.seamless.schema;

import dev.seamless.schema.Constraint.Kind;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Reads one table of a PostgreSQL from its system catalogue. */
final class PostgreSqlReader {

    private static final Pattern CALL = Pattern.compile("(\\w+)\"?\\s*\\(");

    private final JdbcTemplate jdbc;
    private final Names names;
    private final long table;

    PostgreSqlReader(JdbcTemplate jdbc, Names names, long table) {
        this.jdbc = jdbc;
        this.names = names;
        this.table = table;
    }

    Table.Contents read(TableName name) {
        List<Column> columns = columns();
        List<Constraint> constraints = constraints();
        return new Table.Contents(
                columns,
                constraints.stream()
                        .filter(one -> one.kind() == Kind.PRIMARY_KEY)
                        .findFirst()
                        .map(Constraint::columns)
                        .orElse(List.of()),
                indexes(),
                constraints,
                foreignKeys(),
                new PostgreSqlDependents(jdbc, names, table).read(name, columns),
                partitions());
    }

    private List<Column> columns() {
        return jdbc.query("""
                select a.attname, format_type(a.atttypid, a.atttypmod) as type,
                    case when a.attcollation <> t.typcollation
                        then quote_ident(cn.nspname) || '.' || quote_ident(c.collname) end as collation,
                    pg_get_expr(d.adbin, d.adrelid) as value, a.attgenerated <> '' as generated, a.attidentity <> '' as identity,
                    not a.attnotnull as nullable, col_description(a.attrelid, a.attnum) as comment,
                    coalesce(b.typname, t.typname) as base, coalesce(b.typtype, t.typtype) as kind, a.atttypmod as modifier,
                    coalesce(c.collisdeterministic, true) as deterministic
                from pg_attribute a join pg_type t on t.oid = a.atttypid left join pg_type b on b.oid = t.typbasetype
                    left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
                    left join pg_collation c on c.oid = a.attcollation left join pg_namespace cn on cn.oid = c.collnamespace
                where a.attrelid = ? and a.attnum > 0 and not a.attisdropped order by a.attnum
                """, (row, n) -> column(row), table);
    }

    private Column column(ResultSet row) throws SQLException {
        String value = row.getString("value");
        boolean generated = row.getBoolean("generated");
        return new Column(
                row.getString("attname"),
                row.getString("type"),
                row.getString("collation"),
                generated ? null : value,
                !generated && value != null && isVolatile(value),
                generated ? value : row.getBoolean("identity") ? "identity" : null,
                row.getBoolean("nullable"),
                row.getString("comment"),
                equality(
                        row.getString("base"),
                        row.getString("kind"),
                        row.getInt("modifier"),
                        row.getBoolean("deterministic")),
                grants(row.getString("attname")));
    }

    private static Equality equality(String base, String kind, int modifier, boolean deterministic) {
        return switch (base) {
            case "oid", "lo" -> Equality.NONE;
            case "bool", "int2", "int4", "int8", "uuid", "date", "time", "timestamp", "timestamptz", "bytea" ->
                Equality.VALUE;
            case "text", "varchar" -> deterministic ? Equality.VALUE : Equality.IMAGE;
            // Without a modifier 1.5 and 1.50, 'a' and 'a ' are equal and yet stored apart.
            case "numeric", "bpchar" -> deterministic && modifier >= 0 ? Equality.VALUE : Equality.IMAGE;
            default -> kind.equals("e") ? Equality.VALUE : Equality.IMAGE;
        };
    }

    /** What system functions a default calls is not in pg_depend: their names stand in its text alone. */
    private boolean isVolatile(String value) {
        String[] functions = CALL.matcher(value)
                .results()
                .map((MatchResult call) -> call.group(1).toLowerCase(Locale.ROOT))
                .toArray(String[]::new);
        return Boolean.TRUE.equals(jdbc.queryForObject(
                "select coalesce(bool_or(provolatile = 'v'), false) from pg_proc where proname = any(?)",
                Boolean.class,
                (Object) functions));
    }

    private List<Grant> grants(String column) {
        return jdbc.query(
                """
                select lower(g.privilege_type), case g.grantee when 0 then 'public' else quote_ident(pg_get_userbyid(g.grantee)) end,
                    g.is_grantable
                from pg_attribute a, aclexplode(a.attacl) g where a.attrelid = ? and a.attname = ? order by 2, 1
                """, (row, n) -> new Grant(row.getString(1), row.getString(2), row.getBoolean(3)), table, column);
    }

    private List<Index> indexes() {
        return jdbc.query(
                """
                select i.relname, x.indisunique, pg_get_indexdef(x.indexrelid) as definition, x.indisvalid and x.indisready as valid,
                    array(select distinct a.attname::text
                        from pg_depend d join pg_attribute a on a.attrelid = d.refobjid and a.attnum = d.refobjsubid
                        where d.classid = 'pg_class'::regclass and d.objid = x.indexrelid
                            and d.refclassid = 'pg_class'::regclass and d.refobjid = x.indrelid) as columns
                from pg_index x join pg_class i on i.oid = x.indexrelid
                where x.indrelid = ? and not exists (select from pg_constraint c
                    where c.conindid = x.indexrelid and c.conrelid = x.indrelid and c.contype in ('p', 'u', 'x'))
                order by i.relname
                """,
                (row, n) -> new Index(
                        row.getString("relname"),
                        row.getBoolean("indisunique"),
                        strings(row, "columns"),
                        "",
                        afterTable(row.getString("definition")),
                        row.getBoolean("valid")),
                table);
    }

    private List<Constraint> constraints() {
        return jdbc.query("""
                select c.contype, c.conname, pg_get_constraintdef(c.oid) as definition, pg_get_indexdef(c.conindid) as index,
                    c.condeferrable, c.condeferred, c.convalidated,
                    array(select a.attname::text from pg_attribute a left join pg_index x on x.indexrelid = c.conindid
                        where a.attrelid = c.conrelid and a.attnum > 0 and (a.attnum = any(c.conkey) or a.attnum = any(x.indkey)
                            or exists (select from pg_depend d where d.classid = 'pg_constraint'::regclass and d.objid = c.oid
                                and d.refclassid = 'pg_class'::regclass and d.refobjid = c.conrelid and d.refobjsubid = a.attnum))
                        order by array_position(c.conkey, a.attnum)) as columns
                from pg_constraint c where c.conrelid = ? and c.contype in ('p', 'u', 'c', 'x') order by c.conname
                """, (row, n) -> constraint(row), table);
    }

    private static Constraint constraint(ResultSet row) throws SQLException {
        String definition = row.getString("definition");
        Kind kind =
                switch (row.getString("contype")) {
                    case "p" -> Kind.PRIMARY_KEY;
                    // One without overlaps (PostgreSQL 18) stands on an index that is not unique.
                    case "u" -> definition.contains("WITHOUT OVERLAPS") ? Kind.EXCLUSION : Kind.UNIQUE;
                    case "x" -> Kind.EXCLUSION;
                    default -> Kind.CHECK;
                };
        return new Constraint(
                kind,
                row.getString("conname"),
                strings(row, "columns"),
                kind == Kind.UNIQUE ? afterTable(row.getString("index")) : definition.replaceFirst(" NOT VALID$", ""),
                deferrable(row),
                row.getBoolean("convalidated"),
                false);
    }

    private List<ForeignKey> foreignKeys() {
        return jdbc.query(
                """
                select c.conname, fn.nspname as from_schema, f.relname as from_table, tn.nspname as to_schema, t.relname as to_table,
                    array(select a.attname::text from unnest(c.conkey) with ordinality k (column_number, place)
                        join pg_attribute a on a.attrelid = c.conrelid and a.attnum = k.column_number order by k.place) as columns,
                    array(select a.attname::text from unnest(c.confkey) with ordinality k (column_number, place)
                        join pg_attribute a on a.attrelid = c.confrelid and a.attnum = k.column_number order by k.place) as to_columns,
                    c.confupdtype, c.confdeltype, c.confmatchtype, c.condeferrable, c.condeferred, c.convalidated
                from pg_constraint c join pg_class f on f.oid = c.conrelid join pg_namespace fn on fn.oid = f.relnamespace
                    join pg_class t on t.oid = c.confrelid join pg_namespace tn on tn.oid = t.relnamespace
                where c.contype = 'f' and c.conparentid = 0 and (c.conrelid = ? or c.confrelid = ?) order by c.conname
                """,
                (row, n) -> new ForeignKey(
                        row.getString("conname"),
                        new TableName(row.getString("from_schema"), row.getString("from_table")),
                        strings(row, "columns"),
                        new TableName(row.getString("to_schema"), row.getString("to_table")),
                        strings(row, "to_columns"),
                        action(row.getString("confupdtype")),
                        action(row.getString("confdeltype")),
                        (row.getString("confmatchtype").equals("f") ? " match full" : "") + deferrable(row),
                        row.getBoolean("convalidated")),
                table,
                table);
    }

    private Partitions partitions() {
        List<String> key = jdbc.queryForList("""
                select a.attname from pg_partitioned_table p join pg_attribute a on a.attrelid = p.partrelid
                where p.partrelid = ? and (a.attnum = any(p.partattrs) or exists (select from pg_depend d
                    where d.classid = 'pg_class'::regclass and d.objid = p.partrelid and d.refclassid = 'pg_class'::regclass
                        and d.refobjid = p.partrelid and d.refobjsubid = a.attnum)) and a.attnum > 0
                """, String.class, table);
        List<TableName> tables = jdbc.query("""
                select n.nspname, c.relname from pg_inherits i join pg_class c on c.oid = i.inhrelid
                    join pg_namespace n on n.oid = c.relnamespace where i.inhparent = ? order by 1, 2
                """, (row, n) -> new TableName(row.getString(1), row.getString(2)), table);
        return new Partitions(
                key,
                tables,
                is(
                        "exists (select from pg_inherits i join pg_inherits j on j.inhparent = i.inhrelid where i.inhparent = ?)"),
                is("exists (select from pg_inherits where inhrelid = ?)"));
    }

    private boolean is(String condition) {
        return Boolean.TRUE.equals(jdbc.queryForObject("select " + condition, Boolean.class, table));
    }

    /** What follows the table in the definition of an index. */
    private static String afterTable(String definition) {
        return "using " + definition.substring(definition.indexOf(" USING ") + " USING ".length());
    }

    private static String deferrable(ResultSet row) throws SQLException {
        return row.getBoolean("condeferrable")
                ? " deferrable" + (row.getBoolean("condeferred") ? " initially deferred" : "")
                : "";
    }

    private static String action(String code) {
        return switch (code) {
            case "c" -> "cascade";
            case "r" -> "restrict";
            case "n" -> "set null";
            case "d" -> "set default";
            default -> "no action";
        };
    }

    static List<String> strings(ResultSet row, String column) throws SQLException {
        @Nullable Array array = row.getArray(column);
        return array == null ? List.of() : List.of((String[]) array.getArray());
    }
}
