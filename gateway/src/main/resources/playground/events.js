// Server-sent events out of bytes, as the HTML standard reads them.

/** @param body a ReadableStream of bytes; given up when the reader leaves */
export async function* events(body) {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  try {
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      text += part.value;
      const blocks = text.split(/\r?\n\r?\n/);
      text = blocks.pop();
      yield* blocks.map(parse).filter(event => event.data);
    }
  } finally {
    reader.cancel().catch(() => {});
  }
}

function parse(block) {
  const event = { id: null, data: '' };
  for (const line of block.split(/\r?\n/)) {
    const [, name, value] = /^([^:]*):? ?(.*)$/.exec(line);
    if (name === 'data') {
      event.data += event.data ? `\n${value}` : value;
    } else if (name === 'id') {
      event.id = value;
    }
  }
  return event;
}
