package io.judgeflow.testkit.process;

import io.judgeflow.embedded.BrokerCluster;
import io.judgeflow.embedded.ClusterMember;
import io.judgeflow.embedded.KafkaBroker;
import java.nio.file.Path;
import java.util.List;

/** One broker of a cluster in a JVM of its own. */
public final class MemberProcess {

    private MemberProcess() {}

    /**
     * Starts it; clients wait until it is there. It is the same again after a kill, in the same directory.
     *
     * @param heap in MiB
     */
    public static ServiceProcess start(int heap, Path directory, ClusterMember member) {
        var arguments =
                List.of(directory.resolve("data").toString(), member.cluster().text(), String.valueOf(member.number()));
        return ServiceProcess.run(MemberProcess.class, heap, ServiceProcess.QUICK, directory, arguments);
    }

    /** The data directory, the cluster, and which of its members. */
    public static void main(String... words) {
        KafkaBroker.start(Path.of(words[0]), BrokerCluster.of(words[1]).member(Integer.parseInt(words[2])));
    }
}
