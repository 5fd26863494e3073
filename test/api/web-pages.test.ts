import { mkdirSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import express from 'express';
import pino from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { nothingHere, problemHandler } from '../../api/problem-handler.ts';
import { webPages } from '../../api/web-pages.ts';
import { freshFolder } from '../support/folder.ts';
import { send } from '../support/http.ts';

let url: string;
let close: () => void;
beforeAll(async () => {
  const folder = freshFolder();
  mkdirSync(join(folder, 'assets'));
  writeFileSync(join(folder, 'index.html'), '<title>Changeover</title>');
  writeFileSync(join(folder, 'assets', 'app-1.js'), 'run()');
  const app = express().use(webPages(folder), nothingHere, problemHandler(pino({ level: 'silent' })));
  const server = app.listen(0, '127.0.0.1');
  await new Promise((listening) => server.once('listening', listening));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  close = () => void server.close();
});
afterAll(() => close());

const html = { accept: 'text/html' };

describe('the pages of the browser app', () => {
  it.each(['/', '/order/sub-hana-av', '/somewhere'])('are one document, also at %s', async (path) => {
    const { status, body } = await send(url, 'GET', path, { headers: html });
    expect([status, body]).toEqual([200, '<title>Changeover</title>']);
  });

  it('bring their files, to be kept for good', async () => {
    const { status, body, headers } = await send(url, 'GET', '/assets/app-1.js');
    expect([status, body]).toEqual([200, 'run()']);
    expect(headers.get('cache-control')).toContain('immutable');
  });
});

describe('a file that is not there, as after a new version was installed', () => {
  it.each(['/assets/app-0.js', '/assets/%00', '/assets/%ff', '/assets/'])(
    '%s is a problem that says so',
    async (path) => {
      const { status, body } = await send(url, 'GET', path, { headers: html });
      expect([status, body.code]).toEqual([404, 'NOT_FOUND']);
    },
  );

  it('is so for other methods too', async () => {
    expect((await send(url, 'POST', '/assets/app-1.js')).body.code).toBe('NOT_FOUND');
  });
});

describe('a page asked for in part or under a condition', () => {
  it('is sent whole', async () => {
    const headers = { ...html, range: 'bytes=999999999-' };
    expect((await send(url, 'GET', '/', { headers })).status).toBe(200);
  });

  it('that it does not meet is a problem that says so', async () => {
    const headers = { ...html, 'if-match': '"x"' };
    const { status, body } = await send(url, 'GET', '/', { headers });
    expect([status, body.code]).toEqual([412, 'PRECONDITION_FAILED']);
  });
});
