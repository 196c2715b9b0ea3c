package dev.seamless.schema;

/** How one tells whether two values of a type are the same in what is stored. */
public enum Equality {

    /** By the type's own equality: values that are equal are stored alike. */
    VALUE,

    /** By the stored image: the type, or its collation, calls values equal that are stored differently. */
    IMAGE,

    /** Not at all: the column holds a reference to the value, as that of a large object. */
    NONE
}
