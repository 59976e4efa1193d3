// Adds up HdrHistograms, so that quantiles are of all jobs and not means of quantiles.

const HEADER = 40;
const DIGITS_AT = 12;
const LOWEST_AT = 16;

/**
 * Reads an encoded histogram (version 2, in base64) into counts by value.
 *
 * @param counts a Map from a value to how often it was seen, which is added to
 */
export function addTo(counts, base64) {
  if (!base64) {
    return;
  }
  const bytes = Uint8Array.from(atob(base64), letter => letter.charCodeAt(0));
  const view = new DataView(bytes.buffer);
  const valueAt = scale(view.getInt32(DIGITS_AT), Number(view.getBigInt64(LOWEST_AT)));
  let index = 0;
  for (const number of numbers(bytes.subarray(HEADER))) {
    if (number < 0) {
      index -= number;
    } else {
      if (number > 0) {
        const value = valueAt(index);
        counts.set(value, (counts.get(value) ?? 0) + number);
      }
      index += 1;
    }
  }
}

/** @returns p50, p90 and p99, and how many there are; null when there are none */
export function quantiles(counts) {
  const values = [...counts].sort(([one], [other]) => one - other);
  const all = values.reduce((sum, [, count]) => sum + count, 0);
  if (!all) {
    return null;
  }
  const at = share => {
    const wanted = Math.max(1, Math.ceil(share * all - 1e-9));
    let seen = 0;
    return values.find(([, count]) => { seen += count; return seen >= wanted; })[0];
  };
  return { count: all, p50: at(0.5), p90: at(0.9), p99: at(0.99) };
}

/** The highest value that lies in the bucket at an index. */
function scale(digits, lowest) {
  const magnitude = Math.max(1, Math.ceil(Math.log2(2 * 10 ** digits)));
  const half = 2 ** (magnitude - 1);
  const unit = Math.floor(Math.log2(lowest));
  return index => {
    const bucket = Math.max(0, Math.floor(index / half) - 1);
    const within = index < 2 * half ? index : half + index % half;
    return (within + 1) * 2 ** (bucket + unit) - 1;
  };
}

/** ZigZag numbers of seven bits a byte; negative ones stand for that many zeros. */
function* numbers(bytes) {
  let value = 0n;
  let shift = 0n;
  for (const byte of bytes) {
    value |= BigInt(byte & 0x7f) << shift;
    shift += 7n;
    if (byte < 0x80) {
      yield Number((value >> 1n) ^ -(value & 1n));
      value = 0n;
      shift = 0n;
    }
  }
}
