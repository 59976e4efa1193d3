package io.judgeflow.kafka.lag;

import java.util.Collection;

/** Topics that a consumer group of this service reads. */
public interface Consumption {

    /** The group's full name. */
    String group();

    /** The topics' full names. */
    Collection<String> topics();
}
