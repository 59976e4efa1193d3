/** Where processor time goes, by the JDK's Flight Recorder. */
@NullMarked
package io.judgeflow.bench.profile;

import org.jspecify.annotations.NullMarked;
