package io.judgeflow.standalone;

import java.util.Objects;
import picocli.CommandLine.IVersionProvider;

/** The version as the build wrote it into the jar. */
final class BuildVersion implements IVersionProvider {

    @Override
    public String[] getVersion() {
        var version = BuildVersion.class.getPackage().getImplementationVersion();
        return new String[] {"Judgeflow " + Objects.requireNonNullElse(version, "(not from a jar)")};
    }
}
