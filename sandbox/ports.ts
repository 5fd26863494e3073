import { randomInt } from 'node:crypto';
import { connect, createServer } from 'node:net';
import { StartError } from './start-error.ts';

export interface WantedPort {
  port: number;
  /** The environment variable that changes it. */
  variable: string;
  /** What wants it, as the sentence calls it: `the API`. */
  wantedBy: string;
}

/**
 * Checks that all ports are free on 127.0.0.1 and different from each other. Throws a StartError that names the port,
 * what wants it and the variable that changes it.
 */
export async function checkPorts(wanted: WantedPort[]): Promise<void> {
  for (const { port, variable, wantedBy } of wanted) {
    const rival = wanted.find((other) => other.port === port);
    if (rival && rival.variable !== variable) {
      throw new StartError(
        `Port ${port} is wanted twice: by ${rival.wantedBy} (${rival.variable}) and by ${wantedBy} (${variable}).`,
        `Set ${variable} to another port.`,
      );
    }
    const trouble = await inTheWay(port);
    if (trouble === undefined) continue;
    throw new StartError(
      `Port ${port}, which ${wantedBy} wants, ${trouble}.`,
      `Stop what uses it, or set ${variable} to a free port.`,
    );
  }
}

/** Whether something accepts connections on the port of 127.0.0.1. */
export function accepts(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1' });
    const answer = (open: boolean) => {
      socket.destroy();
      resolve(open);
    };
    socket.setTimeout(2_000, () => answer(false));
    socket.once('connect', () => answer(true)).once('error', () => answer(false));
  });
}

/** A port of 127.0.0.1 that nothing uses at the moment. */
export async function freePort(): Promise<number> {
  // From below those that systems give to outgoing connections, one of which could have it by the time it is opened.
  const port = randomInt(15_000, 30_000);
  return (await inTheWay(port)) === undefined ? port : freePort();
}

// Asked both ways: macOS lets a second program bind 127.0.0.1 beside one that has bound all addresses.
async function inTheWay(port: number): Promise<string | undefined> {
  if (await accepts(port)) return 'is taken';
  const server = createServer();
  const error = await new Promise<NodeJS.ErrnoException | undefined>((resolve) => {
    server.once('error', resolve).listen(port, '127.0.0.1', () => resolve(undefined));
  });
  await new Promise((resolve) => server.close(resolve));
  if (error === undefined) return undefined;
  return error.code === 'EACCES' ? 'may not be opened by this user' : 'is taken';
}
