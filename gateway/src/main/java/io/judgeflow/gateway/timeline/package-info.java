/** What a job went through, and when. */
@NullMarked
package io.judgeflow.gateway.timeline;

import org.jspecify.annotations.NullMarked;
