// Amounts as people read them.

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const MIB = 1024;

/** @param millis ms */
export function duration(millis) {
  if (millis < SECOND) {
    return `${Math.max(0, Math.round(millis))} ms`;
  }
  return millis < MINUTE ? `${(millis / SECOND).toFixed(millis < 10 * SECOND ? 2 : 1)} s` : `${Math.round(millis / MINUTE)} min`;
}

/** @param time processor time, s */
export function processorTime(time) {
  return duration(time * SECOND);
}

/** @param size KiB */
export function memory(size) {
  return size < MIB ? `${size} KiB` : `${(size / MIB).toFixed(1)} MiB`;
}

/** @param at ms since 1970 */
export function ago(at) {
  const minutes = Math.floor((Date.now() - at) / MINUTE);
  if (minutes < 1) {
    return 'just now';
  }
  return minutes < 60 ? `${minutes} min ago` : new Date(at).toLocaleString([], { dateStyle: 'medium', timeStyle: 'short', hourCycle: 'h23' });
}

/** @param at ms since 1970 */
export function clock(at) {
  return new Date(at).toLocaleTimeString([], { timeStyle: 'medium', hourCycle: 'h23' });
}

/** @param at ms since 1970 */
export function minute(at) {
  return new Date(at).toLocaleTimeString([], { timeStyle: 'short', hourCycle: 'h23' });
}
