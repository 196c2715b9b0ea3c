package dev.seamless.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seamless.SchemaPhase;
import dev.seamless.protocol.World.Instance;
import dev.seamless.protocol.World.Row;

/** Makes a whole {@link Move} in a {@link World}, and finds that the protocol allows each part of it. */
final class Moves {

    private static final Protocol PROTOCOL = new Protocol();

    private Moves() {}

    static World make(Move move, World world) {
        if (move instanceof Move.Migrate migrate) {
            return migrate(migrate.migration(), world);
        }
        if (move instanceof Move.Fill fill) {
            return fill(fill.direction(), world);
        }
        return deploy(((Move.Deploy) move).phase(), world);
    }

    private static World migrate(Migration migration, World world) {
        assertThat(PROTOCOL.againstBeginning(migration, world.pair(), world.live(), world.columns()))
                .as("against %s in %s", migration, world)
                .isEmpty();
        World begun = migration == world.pair().migration()
                ? world
                : world.pair(PROTOCOL.begin(migration, world.pair())).ddl(false);
        World ran = begun.ddlRan() ? begun : Steps.ddl(migration, begun);
        return ran.pair(PROTOCOL.lift(ran.pair())).ddl(false);
    }

    private static World fill(Direction direction, World world) {
        World at = world;
        if (at.pair().pass() != null && !unspoiledIn(direction, at)) {
            at = at.pair(PROTOCOL.endPass(at.pair())).copied(0);
        }
        if (at.pair().pass() == null) {
            assertThat(PROTOCOL.againstPass(direction, at.pair(), at.columns()))
                    .as("against a %s pass in %s", direction, at)
                    .isEmpty();
            at = at.pair(PROTOCOL.beginPass(direction, at.pair(), at.live()));
        }
        for (int i = 0; i < at.rows().size(); i++) {
            Row row = at.rows().get(i);
            int value = direction == Direction.FORWARD ? row.old() : row.current();
            at = at.row(i, new Row(value, value, row.last()));
        }
        return at.pair(PROTOCOL.endPass(at.pair())).copied(0);
    }

    private static boolean unspoiledIn(Direction direction, World world) {
        return new Pass(direction, true).equals(world.pair().pass());
    }

    /** Takes one instance after the other down and up again. */
    private static World deploy(SchemaPhase phase, World world) {
        World at = world;
        for (Instance instance : world.fleet()) {
            int index = at.fleet().indexOf(instance);
            assertThat(PROTOCOL.againstStart(phase, at.pair(), at.liveBeside(index)))
                    .as("against %s in %s", phase, at)
                    .isEmpty();
            World started = at.pair(PROTOCOL.start(phase, at.pair()));
            at = (started.pair().pass() == null ? started.copied(0) : started)
                    .instance(index, new Instance(phase, true, true));
        }
        return at;
    }
}
