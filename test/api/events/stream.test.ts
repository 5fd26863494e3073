import { createServer, type IncomingMessage, request, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Response } from 'express';
import { afterEach, describe, expect, it } from 'vitest';
import { type EventWriter, openWriter } from '../../../api/events/event-writer.ts';

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

/** Serves one stream and connects a reader to it, which takes nothing unless it is told to. */
async function stream(
  drainsWithin = 30_000,
): Promise<{ writer: EventWriter; res: ServerResponse; reader: IncomingMessage }> {
  let opened: (stream: { writer: EventWriter; res: ServerResponse }) => void;
  const serving = new Promise<{ writer: EventWriter; res: ServerResponse }>((resolve) => {
    opened = resolve;
  });
  const server = createServer((_, res) => {
    const writer = openWriter(res as Response, drainsWithin);
    res.flushHeaders();
    opened({ writer, res });
  }).listen(0, '127.0.0.1');
  servers.push(server);
  await new Promise((listening) => server.once('listening', listening));
  const reader = await new Promise<IncomingMessage>((answered) => {
    request({ port: (server.address() as AddressInfo).port, host: '127.0.0.1' }, answered).end();
  });
  reader.on('error', () => {});
  return { ...(await serving), reader };
}

const block = 'x'.repeat(100_000);

describe('a stream of events', () => {
  it('to a reader who takes nothing holds back instead of piling up, and goes on when it takes again', async () => {
    const { writer, res, reader } = await stream();
    let written = 0;
    const writing = (async () => {
      for (; written < 300 && !writer.over.aborted; written++) await writer.write(block);
    })();
    // The system's own buffers take some first.
    let before = -1;
    const heldBack = () => {
      const same = written === before && res.writableNeedDrain;
      before = written;
      return same;
    };
    await expect.poll(heldBack, { interval: 300 }).toBe(true);
    expect(written).toBeLessThan(300);
    reader.resume();
    await writing;
    expect(written).toBe(300);
  });

  it('to a reader who takes nothing for too long is cut off', async () => {
    const { writer } = await stream(200);
    while (!writer.over.aborted) await writer.write(block);
    expect(writer.over.aborted).toBe(true);
  });

  it('that has been ended takes further writes and a second end without harm', async () => {
    const { writer, reader } = await stream();
    reader.resume();
    writer.end();
    await writer.write('late');
    writer.end();
    expect(writer.over.aborted).toBe(true);
  });

  it('is over when its reader leaves', async () => {
    const { writer, reader } = await stream();
    reader.destroy();
    await expect.poll(() => writer.over.aborted).toBe(true);
  });
});
