import { execFileSync } from 'node:child_process';
import { StartError } from '../start-error.ts';

/** A user of the system other than root. */
export type SystemUser = { name: string; uid: number; gid: number };

/**
 * Whom Postgres has to run as: nobody special for an ordinary user (undefined); for root, whom Postgres refuses, an
 * existing unprivileged user. No user is ever created. Throws a StartError when there is none.
 */
export function runAs(uid = process.getuid?.(), lookUp: (name: string) => SystemUser | undefined = lookUpUser) {
  if (uid !== 0) return undefined;
  const user = lookUp('postgres') ?? lookUp('nobody');
  if (user) return user;
  throw new StartError(
    'Postgres cannot run as root, and there is neither a user postgres nor a user nobody to run it as.',
    'Start as an ordinary user, or set DATABASE_URL to a Postgres of yours.',
  );
}

function lookUpUser(name: string): SystemUser | undefined {
  try {
    const id = (flag: string) => Number(execFileSync('id', [flag, name], { encoding: 'utf8', stdio: 'pipe' }));
    return { name, uid: id('-u'), gid: id('-g') };
  } catch {
    // `id` fails for a user that does not exist, which is the answer.
    return undefined;
  }
}
