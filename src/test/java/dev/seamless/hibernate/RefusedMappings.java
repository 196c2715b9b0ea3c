package dev.seamless.hibernate;

import dev.seamless.RenameConverter;
import dev.seamless.Renamed;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapsId;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Version;
import java.io.Serializable;
import java.sql.Blob;
import java.util.List;
import java.util.Set;
import org.hibernate.annotations.ColumnTransformer;
import org.hibernate.annotations.Formula;
import org.hibernate.annotations.Generated;
import org.hibernate.annotations.GeneratedColumn;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.PartitionKey;
import org.hibernate.annotations.SQLRestriction;
import org.hibernate.annotations.SQLUpdate;
import org.hibernate.annotations.SoftDelete;
import org.hibernate.annotations.Subselect;
import org.hibernate.annotations.TenantId;
import org.hibernate.type.SqlTypes;

/** Entities that are refused, each for one reason. */
final class RefusedMappings {

    private RefusedMappings() {}

    @Entity
    static class RenamedIdentifier {
        @Id
        @Renamed(id = "renamed", from = "old")
        Long renamed;
    }

    @Embeddable
    record Key(@Renamed(id = "renamed", from = "old") Long renamed, Long second) implements Serializable {}

    @Entity
    static class RenamedInEmbeddedId {
        @EmbeddedId
        Key key;
    }

    static class Parts implements Serializable {
        private static final long serialVersionUID = 1;
        Long renamed;
        Long second;
    }

    @Entity
    @IdClass(Parts.class)
    static class RenamedInIdClass {
        @Id
        @Renamed(id = "renamed", from = "old")
        Long renamed;

        @Id
        Long second;
    }

    @Entity
    static class DerivedIdentity {
        @Id
        Long id;

        @MapsId
        @OneToOne
        @JoinColumn(name = "id")
        @Renamed(id = "renamed", fromColumn = "old")
        Plain renamed;
    }

    @Entity
    static class Plain {
        @Id
        Long id;
    }

    @Entity
    @IdClass(Parts.class)
    static class Composite {
        @Id
        Long renamed;

        @Id
        Long second;
    }

    @Entity
    static class RenamedVersion {
        @Id
        Long id;

        @Version
        @Renamed(id = "renamed", from = "old")
        Long renamed;
    }

    @Entity
    static class RenamedTenant {
        @Id
        Long id;

        @TenantId
        @Renamed(id = "renamed", from = "old")
        String renamed;
    }

    @Entity
    static class RenamedPartition {
        @Id
        Long id;

        @PartitionKey
        @Renamed(id = "renamed", from = "old")
        String renamed;
    }

    @Entity
    static class RenamedFormula {
        @Id
        Long id;

        @Formula("1")
        @Renamed(id = "renamed", from = "old")
        Integer renamed;
    }

    @Entity
    static class RenamedGenerated {
        @Id
        Long id;

        @Generated
        @Renamed(id = "renamed", from = "old")
        Integer renamed;
    }

    @Entity
    static class RenamedComputed {
        @Id
        Long id;

        @GeneratedColumn("1 + 1")
        @Renamed(id = "renamed", from = "old")
        Integer renamed;
    }

    @Entity
    static class RenamedSalted {
        @Id
        Long id;

        @ColumnTransformer(write = "crypt(?, gen_salt())")
        @Renamed(id = "renamed", from = "old")
        String renamed;
    }

    @Entity
    static class RenamedStream {
        @Id
        Long id;

        @Renamed(id = "renamed", from = "old")
        Blob renamed;
    }

    @Entity
    static class RenamedCompositeKey {
        @Id
        Long id;

        @ManyToOne
        @Renamed(id = "renamed", from = "old")
        Composite renamed;
    }

    @Entity
    static class RenamedMany {
        @Id
        Long id;

        @OneToMany
        @Renamed(id = "renamed", from = "old")
        List<RenamedMany> renamed;
    }

    @Entity
    static class RenamedManyToMany {
        @Id
        Long id;

        @ManyToMany
        @Renamed(id = "renamed", from = "old")
        List<RenamedManyToMany> renamed;
    }

    @Entity
    static class RenamedElementInPrimaryKey {
        @Id
        Long id;

        @ElementCollection
        @Column(nullable = false)
        @Renamed(id = "renamed", from = "old")
        Set<String> renamed;
    }

    @Entity
    static class RenamedElementWithRestriction {
        @Id
        Long id;

        @ElementCollection
        @SQLRestriction("1 = 1")
        @Renamed(id = "renamed", from = "old")
        List<String> renamed;
    }

    @Entity
    static class RenamedElementWithCustomSql {
        @Id
        Long id;

        @ElementCollection
        @SQLUpdate(sql = "update t set renamed = ?")
        @Renamed(id = "renamed", from = "old")
        List<String> renamed;
    }

    @Embeddable
    static class Part {
        String part;

        @Renamed(id = "renamed", from = "old")
        String renamed;
    }

    @Embeddable
    static class Bare {
        String part;
    }

    @Entity
    static class RenamedEmbedded {
        @Id
        Long id;

        @Embedded
        @Renamed(id = "renamed", from = "old")
        Bare renamed;
    }

    @Entity
    static class RenamedWithAttribute {
        @Id
        Long id;

        @Renamed(id = "renamed", from = "old", attribute = "part")
        String renamed;
    }

    @Entity
    static class RenamedInAggregate {
        @Id
        Long id;

        @JdbcTypeCode(SqlTypes.JSON)
        Part part;
    }

    @Entity
    static class RenamedTwiceByEmbedding {
        @Id
        Long id;

        Other first;

        @jakarta.persistence.AttributeOverride(name = "renamed", column = @Column(name = "second"))
        Other other;
    }

    @Embeddable
    static class Other {
        @Renamed(id = "renamed", fromColumn = "old")
        String renamed;
    }

    @Entity
    @Inheritance(strategy = InheritanceType.TABLE_PER_CLASS)
    static class RenamedInTablePerClass {
        @Id
        Long id;

        @Renamed(id = "renamed", from = "old")
        String renamed;
    }

    @Entity
    static class Sub extends RenamedInTablePerClass {}

    @Entity
    @Subselect("select 1 as id, 2 as renamed")
    static class RenamedInView {
        @Id
        Long id;

        @Renamed(id = "renamed", from = "old")
        String renamed;
    }

    @Entity
    @SQLUpdate(sql = "update RenamedInCustomSql set renamed = ? where id = ?")
    static class RenamedInCustomSql {
        @Id
        Long id;

        @Renamed(id = "renamed", from = "old")
        String renamed;
    }

    @Entity
    @SoftDelete
    static class RenamedInSoftDelete {
        @Id
        Long id;

        @Renamed(id = "renamed", from = "old")
        String renamed;
    }

    @Entity
    static class OldLeftInPlace {
        @Id
        Long id;

        String old;

        @Renamed(id = "renamed", from = "old")
        String renamed;
    }

    @Entity
    static class RenamedToItself {
        @Id
        Long id;

        @Renamed(id = "renamed", fromColumn = "RENAMED")
        String renamed;
    }

    @Entity
    static class KeyOfACollection {
        @Id
        Long id;

        @ManyToOne
        @JoinColumn(name = "parent_id", insertable = false, updatable = false)
        @Renamed(id = "renamed", fromColumn = "old")
        KeyOfACollection parent;

        @OneToMany
        @JoinColumn(name = "parent_id")
        List<KeyOfACollection> children;
    }

    @Entity
    static class OrderOfACollection {
        @Id
        Long id;

        @OneToMany
        @JoinColumn(name = "parent_id")
        @OrderColumn(name = "renamed")
        List<OrderOfACollection> children;

        @Renamed(id = "renamed", from = "old")
        @Column(insertable = false, updatable = false)
        Integer renamed;
    }

    static class Numbers implements RenameConverter<String, Integer> {
        @Override
        public Integer toNew(String oldValue) {
            return Integer.valueOf(oldValue);
        }

        @Override
        public String toOld(Integer newValue) {
            return newValue.toString();
        }
    }

    @Entity
    static class ConvertedTwice {
        @Id
        Long id;

        @JdbcTypeCode(SqlTypes.BIGINT)
        @Renamed(id = "renamed", from = "old", converter = Numbers.class)
        Integer renamed;
    }

    @Entity
    static class ConvertedElements {
        @Id
        Long id;

        @ElementCollection
        @Renamed(id = "renamed", from = "old", converter = Numbers.class)
        List<Integer> renamed;
    }

    @Entity
    static class ConvertedByUse {
        @Id
        Long id;

        @Embedded
        @Renamed(id = "renamed", attribute = "part", from = "old", converter = Numbers.class)
        Bare renamed;
    }

    @Entity
    static class QuotedAnew {
        @Id
        Long id;

        @Column(name = "`order`")
        @Renamed(id = "renamed", fromColumn = "old")
        String renamed;
    }

    @Entity
    static class Unscanned {
        @Id
        Long id;

        @Renamed(id = "unscanned", from = "old")
        String renamed;
    }
}
