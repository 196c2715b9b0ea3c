create table if not exists seamless_pair (
    pair varchar(300) primary key,
    table_schema varchar(128) not null,
    table_name varchar(128) not null,
    old_column varchar(128) not null,
    new_column varchar(128) not null,
    old_current boolean not null,
    new_current boolean not null,
    barred varchar(40) not null,
    migration varchar(20),
    migration_script varchar(300),
    pass_direction varchar(10),
    pass_unspoiled boolean,
    born_with_table boolean not null,
    beyond_old boolean not null,
    opened_at datetime(3) not null
);

create table if not exists seamless_instance (
    instance varchar(40) primary key,
    name varchar(200) not null,
    database_user varchar(200) not null,
    sessions_named boolean not null,
    expiry_millis bigint not null,
    started_at datetime(3) not null,
    heartbeat_at datetime(3) not null
);

create table if not exists seamless_fleet (
    pair varchar(300) not null,
    instance varchar(40) not null,
    phase varchar(12) not null,
    entered_at datetime(3) not null,
    primary key (pair, instance)
);

create table if not exists seamless_range (
    pair varchar(300) not null,
    range_number integer not null,
    range_cursor varchar(2000),
    range_end varchar(2000),
    rows_seen bigint not null,
    rows_changed bigint not null,
    rows_left bigint not null,
    window_size integer not null,
    done boolean not null,
    primary key (pair, range_number)
);

create table if not exists seamless_history (
    id bigint auto_increment primary key,
    happened_at datetime(3) not null,
    pair varchar(300) not null,
    instance varchar(200) not null,
    event varchar(40) not null,
    detail varchar(1000) not null
);
