import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { identity } from '../../sandbox/process/identity.ts';
import type { ProcessSpec } from '../../sandbox/process/start-process.ts';
import { createSupervisor, type Death, Stopping } from '../../sandbox/supervisor.ts';
import { freshFolder } from '../support/folder.ts';

const part = (folder: string, name: string, ready = async () => true): (() => ProcessSpec) => {
  return () => ({
    name,
    command: '/bin/sh',
    args: ['-c', `trap 'echo ${name} >> ${join(folder, 'ended')}; exit 0' TERM; while :; do sleep 0.05; done`],
    logFile: join(folder, `${name}.log`),
    ready,
  });
};

describe('the supervisor', () => {
  it('stops what it started, newest first, and then does what comes afterwards', async () => {
    const folder = freshFolder();
    const supervisor = createSupervisor();
    const order: string[] = [];
    supervisor.afterwards(() => order.push('afterwards'));
    for (const name of ['database', 'worker']) {
      const running = await supervisor.start(part(folder, name));
      void running.exited.then(() => order.push(name));
    }
    await Promise.all([supervisor.stop(), supervisor.stop()]);
    expect(order).toEqual(['worker', 'database', 'afterwards']);
  });

  it('tells when a part ends by itself, but not when it is stopped or restarted', async () => {
    const folder = freshFolder();
    const supervisor = createSupervisor();
    const deaths: Death[] = [];
    supervisor.onDeath((death) => deaths.push(death));
    const first = await supervisor.start(part(folder, 'worker'));
    const second = await supervisor.restart('worker');
    expect(second.pid).not.toBe(first.pid);
    expect(deaths).toEqual([]);
    second.kill();
    await expect.poll(() => deaths.map(({ part, exit }) => [part.name, exit.signal])).toEqual([['worker', 'SIGKILL']]);
    await supervisor.stop();
  });

  it('tells of a part that has ended before anyone asked', async () => {
    const supervisor = createSupervisor();
    const running = await supervisor.start(part(freshFolder(), 'worker'));
    running.kill();
    await running.exited;
    const deaths: Death[] = [];
    supervisor.onDeath((death) => deaths.push(death));
    expect(deaths.map((death) => death.part.name)).toEqual(['worker']);
    await supervisor.stop();
  });

  it('stops a part that is still starting when everything is to stop, and starts no other', async () => {
    const folder = freshFolder();
    const supervisor = createSupervisor();
    const starting = supervisor.start(part(folder, 'worker', async () => false));
    const stopped = supervisor.stop();
    await expect(starting).rejects.toThrow(Stopping);
    await stopped;
    await expect(supervisor.start(part(folder, 'api'))).rejects.toThrow(Stopping);
    expect(supervisor.signal.reason).toBeInstanceOf(Stopping);
  });

  it('takes no part away under work that needs it, and begins no more such work', async () => {
    const supervisor = createSupervisor();
    const order: string[] = [];
    const database = await supervisor.start(part(freshFolder(), 'database'));
    void database.exited.then(() => order.push('database'));
    let finish = () => {};
    const migrating = supervisor.during(async () => {
      await new Promise<void>((done) => {
        finish = done;
      });
      order.push('migrated');
    });
    const stopped = supervisor.stop();
    await expect(supervisor.during(async () => order.push('more'))).rejects.toThrow(Stopping);
    finish();
    await Promise.all([migrating, stopped]);
    expect(order).toEqual(['migrated', 'database']);
  });

  it('stops also when work that needs a part fails', async () => {
    const supervisor = createSupervisor();
    const database = await supervisor.start(part(freshFolder(), 'database'));
    const failing = supervisor.during(async () => {
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    await supervisor.stop();
    expect(identity(database.pid)).toBeUndefined();
  });
});
