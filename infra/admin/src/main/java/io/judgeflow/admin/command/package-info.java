/** What all commands have in common. */
@NullMarked
package io.judgeflow.admin.command;

import org.jspecify.annotations.NullMarked;
