/** The topics, held against what the services want. */
@NullMarked
package io.judgeflow.admin.topics;

import org.jspecify.annotations.NullMarked;
