package io.judgeflow.standalone;

import java.util.List;

/** Which applications run here, in the order in which they start. */
@FunctionalInterface
interface Services {

    List<Service> in(Surroundings surroundings);
}
