package dev.seamless.hibernate;

/** An entity that Seamless renames, with its twins that are mapped by hand. */
enum UserFamily {
    PLAIN(RenamedUsers.Plain.class, OldUsers.Plain.class, NewUsers.Plain.class),
    DYNAMIC(RenamedUsers.Dynamic.class, OldUsers.Dynamic.class, NewUsers.Dynamic.class),
    IDENTITY(RenamedUsers.Identity.class, OldUsers.Identity.class, NewUsers.Identity.class);

    final Class<? extends User> renamed;
    final Class<? extends User> byHandOld;
    final Class<? extends User> byHandNew;

    UserFamily(Class<? extends User> renamed, Class<? extends User> byHandOld, Class<? extends User> byHandNew) {
        this.renamed = renamed;
        this.byHandOld = byHandOld;
        this.byHandNew = byHandNew;
    }
}
