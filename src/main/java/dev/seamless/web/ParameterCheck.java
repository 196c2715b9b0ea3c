package dev.seamless.web;

import dev.seamless.RefusedException;
import org.springframework.core.MethodParameter;
import org.springframework.web.method.HandlerMethod;

/** Looks for parameters of controllers that are declared renamed and would not be found under the old name. */
public final class ParameterCheck {

    private final ParameterNames names;

    /** Creates a check. */
    public ParameterCheck(ParameterNames names) {
        this.names = names;
    }

    /**
     * Checks one method.
     *
     * @throws RefusedException if a parameter is renamed of which that says nothing, or an object is bound whose renamed
     *     attribute has a converter
     */
    public void check(HandlerMethod method) {
        names.inspect(method);
        for (MethodParameter parameter : method.getMethodParameters()) {
            for (RenamedParameter renamed : RenamedParameter.of(parameter)) {
                if (renamed.oldName() == null) {
                    throw new RefusedException(
                            "@Renamed(id = \"" + renamed.renamed().id() + "\") has no effect on " + renamed + ".",
                            "Put it on a @RequestParam or @RequestPart, without a converter; where that names the parameter"
                                    + " outright, name the old one with fromJson.");
                }
            }
        }
    }
}
