import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { identity } from '../../../sandbox/process/identity.ts';
import { killRecorded, stopLeftovers } from '../../../sandbox/process/leftovers.ts';
import { takeLock } from '../../../sandbox/process/lock.ts';
import { remember, stillRunning } from '../../../sandbox/process/pid-file.ts';
import { type ProcessSpec, startProcess } from '../../../sandbox/process/start-process.ts';
import { freshFolder } from '../../support/folder.ts';

const shell = (folder: string, lines: string, more: Partial<ProcessSpec> = {}): ProcessSpec => ({
  name: 'part',
  command: '/bin/sh',
  args: ['-c', lines],
  logFile: join(folder, 'part.log'),
  ready: async () => true,
  ...more,
});

describe('a process of the sandbox', () => {
  it('is there once it says that it is ready, and ends when it is stopped', async () => {
    const folder = freshFolder();
    const mark = join(folder, 'ready');
    const running = await startProcess(
      shell(folder, `sleep 0.2; touch ${mark}; exec sleep 60`, { ready: async () => existsSync(mark) }),
    );
    expect(existsSync(mark)).toBe(true);
    await running.stop();
    expect(identity(running.pid)).toBeUndefined();
  });

  it('that ends before it is ready is an error with the last it said', async () => {
    const folder = freshFolder();
    const starting = startProcess(shell(folder, 'echo the port is taken; exit 1', { ready: async () => false }));
    await expect(starting).rejects.toMatchObject({
      name: 'StartError',
      advice: expect.stringContaining('the port is taken'),
    });
  });

  it('that does not end when asked is killed', async () => {
    const folder = freshFolder();
    const deaf = join(folder, 'deaf');
    const running = await startProcess(
      shell(folder, `trap '' TERM; touch ${deaf}; while :; do sleep 0.1; done`, {
        grace: 300,
        ready: async () => existsSync(deaf),
      }),
    );
    await running.stop();
    expect((await running.exited).signal).toBe('SIGKILL');
  });

  it('is out of reach of the Ctrl-C of the terminal: it leads a group of its own', async () => {
    const running = await startProcess(shell(freshFolder(), 'exec sleep 60'));
    // Throws where there is no process group of that number.
    process.kill(-running.pid, 0);
    await running.stop();
  });

  it('that is called off while it starts is stopped, and the reason is told', async () => {
    const runDir = freshFolder();
    const off = new AbortController();
    const starting = startProcess(
      shell(freshFolder(), 'exec sleep 60', { runDir, ready: async () => false, signal: off.signal }),
    );
    await expect.poll(() => stillRunning(runDir).length).toBe(1);
    off.abort(new Error('not wanted any more'));
    await expect(starting).rejects.toThrow('not wanted any more');
    expect(stillRunning(runDir)).toEqual([]);
  });

  // The second is not reported but thrown by Node.
  it.each(['/nowhere/postgres', '/dev/null/postgres'])(
    'that cannot be run, as %s, is told in one sentence',
    async (command) => {
      const starting = startProcess(shell(freshFolder(), '', { command }));
      await expect(starting).rejects.toMatchObject({
        name: 'StartError',
        message: expect.stringMatching(/^part cannot be run: .*\.$/),
      });
    },
  );
});

describe('what a killed supervisor has left running', () => {
  it('is stopped by the next start, and said', async () => {
    const runDir = freshFolder();
    const child = spawn('/bin/sh', ['-c', 'exec sleep 60'], { detached: true });
    await once(child, 'spawn');
    remember(runDir, { name: 'worker', pid: child.pid ?? 0, stopSignal: 'SIGTERM' });
    const lines: string[] = [];
    await stopLeftovers(runDir, (line) => lines.push(line), 2_000);
    expect(lines).toEqual([`worker: still running from an earlier start (process ${child.pid}), stopping it`]);
    expect(identity(child.pid ?? 0)).toBeUndefined();
  });

  it('is not mistaken for another process that has its number now', async () => {
    const runDir = freshFolder();
    writeFileSync(
      join(runDir, 'worker.pid.json'),
      JSON.stringify({ name: 'worker', pid: process.pid, identity: 'started long ago', stopSignal: 'SIGTERM' }),
    );
    expect(stillRunning(runDir)).toEqual([]);
    await stopLeftovers(runDir, () => {}, 100);
    expect(identity(process.pid)).toBeDefined();
  });
});

describe('all that was started', () => {
  it('is killed at once, also what is not ready yet and does not end when asked', async () => {
    const runDir = freshFolder();
    const starting = startProcess(
      shell(freshFolder(), "trap '' TERM; while :; do sleep 0.1; done", { runDir, ready: async () => false }),
    );
    await expect.poll(() => stillRunning(runDir).length).toBe(1);
    killRecorded(runDir);
    await expect(starting).rejects.toThrow('part ended while it was starting (SIGKILL).');
    expect(stillRunning(runDir)).toEqual([]);
  });
});

describe('the lock on a data folder', () => {
  it('is held by one process at a time, and says which', () => {
    const dataDir = freshFolder();
    const unlock = takeLock(dataDir);
    expect(() => takeLock(dataDir)).toThrow(`already running on the data folder ${dataDir} (process ${process.pid})`);
    unlock();
    takeLock(dataDir)();
  });

  it('of a process that is gone is taken over', () => {
    const dataDir = freshFolder();
    takeLock(dataDir)();
    writeFileSync(join(dataDir, 'run', 'supervisor.lock'), JSON.stringify({ pid: 999_999_999, identity: 'gone' }));
    takeLock(dataDir)();
  });
});
