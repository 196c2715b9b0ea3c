package dev.seamless.hibernate;

import dev.seamless.RenameConverter;
import dev.seamless.Renamed;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Lob;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.SecondaryTable;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.List;
import org.hibernate.annotations.ColumnTransformer;
import org.hibernate.annotations.CreationTimestamp;
import org.hibernate.annotations.Formula;
import org.hibernate.annotations.NaturalId;
import org.hibernate.annotations.SQLUpdate;
import org.hibernate.annotations.SoftDelete;

/** Entities that are refused, each for one reason. */
final class RefusedMappings {

    private RefusedMappings() {}

    @Entity
    static class RenamedIdentifier {
        @Id
        @Renamed(id = "renamed", from = "old")
        Long renamed;
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
    static class RenamedNaturalId {
        @Id
        Long id;

        @NaturalId
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

        @CreationTimestamp
        @Renamed(id = "renamed", from = "old")
        java.time.Instant renamed;
    }

    @Entity
    static class RenamedTransformed {
        @Id
        Long id;

        @ColumnTransformer(write = "upper(?)")
        @Renamed(id = "renamed", from = "old")
        String renamed;
    }

    @Entity
    static class RenamedLob {
        @Id
        Long id;

        @Lob
        @Renamed(id = "renamed", from = "old")
        String renamed;
    }

    @Entity
    static class RenamedEnum {
        @Id
        Long id;

        @Enumerated
        @Renamed(id = "renamed", from = "old")
        Thread.State renamed;
    }

    @Entity
    static class RenamedConverted {
        @Id
        Long id;

        @Convert(converter = org.hibernate.type.YesNoConverter.class)
        @Renamed(id = "renamed", from = "old")
        Boolean renamed;
    }

    @Entity
    static class RenamedWithConverter {
        @Id
        Long id;

        @Renamed(id = "renamed", from = "old", converter = Numbers.class)
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
    static class RenamedAssociation {
        @Id
        Long id;

        @ManyToOne
        @JoinColumn
        @Renamed(id = "renamed", fromColumn = "old")
        RenamedAssociation renamed;
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
    static class RenamedElements {
        @Id
        Long id;

        @ElementCollection
        @Renamed(id = "renamed", from = "old")
        List<String> renamed;
    }

    @Embeddable
    static class Part {
        @Renamed(id = "renamed", from = "old")
        String renamed;
    }

    @Entity
    static class RenamedInEmbeddable {
        @Id
        Long id;

        @Embedded
        Part part;
    }

    @Entity
    @SecondaryTable(name = "second")
    static class RenamedInSecondaryTable {
        @Id
        Long id;

        @Column(table = "second")
        @Renamed(id = "renamed", from = "old")
        String renamed;
    }

    @Entity
    @Inheritance(strategy = InheritanceType.JOINED)
    static class RenamedInHierarchy {
        @Id
        Long id;

        @Renamed(id = "renamed", from = "old")
        String renamed;
    }

    @Entity
    static class Sub extends RenamedInHierarchy {}

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
    @Table(name = "quoted")
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
