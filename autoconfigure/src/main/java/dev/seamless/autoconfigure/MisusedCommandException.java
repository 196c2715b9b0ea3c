package dev.seamless.autoconfigure;

import dev.seamless.RefusedException;
import dev.seamless.command.MisuseException;
import org.springframework.boot.ExitCodeGenerator;

/** A command that was asked for in a wrong way: the process ends with 2, not with 1 as for one that was refused. */
final class MisusedCommandException extends RefusedException implements ExitCodeGenerator {

    private static final long serialVersionUID = 1;

    MisusedCommandException(MisuseException misuse) {
        super(misuse.description(), misuse.action());
    }

    @Override
    public int getExitCode() {
        return 2;
    }
}
