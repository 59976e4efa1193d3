/** Who somebody is: JSON Web Tokens as Supabase signs them. */
@NullMarked
package io.judgeflow.realtime.token;

import org.jspecify.annotations.NullMarked;
