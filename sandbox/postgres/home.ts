import { createHash } from 'node:crypto';
import { chownSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { makeFolder } from '../make-folder.ts';
import { StartError } from '../start-error.ts';
import { reachable } from './reachable.ts';
import type { SystemUser } from './run-as.ts';

/**
 * The folder of a Postgres cluster: below the data folder where the user it runs as can get there, else in a place that
 * works for that user, the same at every start (it is written down in `postgres.location`). Throws a StartError when no
 * place can be written, or when the one written down is gone.
 */
export function clusterHome(dataDir: string, user: SystemUser | undefined, elsewhere = placesFor(dataDir)): string {
  const note = join(dataDir, 'postgres.location');
  if (existsSync(note)) return noted(note, dataDir, user);
  const inside = join(dataDir, 'postgres');
  const candidates = [inside, ...elsewhere].filter((place) => !user || reachable(place, user));
  const faults: unknown[] = [];
  for (const place of candidates) {
    try {
      // Outside, it can only be from a data folder of this name that was deleted, and with it the password.
      if (place !== inside) rmSync(place, { recursive: true, force: true });
      prepared(place, user);
      // Inside, the note goes with the data folder should it be moved.
      writeFileSync(note, `${place === inside ? relative(dataDir, place) : place}\n`);
      return place;
    } catch (error) {
      faults.push(error);
    }
  }
  throw new StartError(
    `There is no folder in which Postgres${user ? `, running as ${user.name},` : ''} can keep its data (tried ${candidates.join(', ')}).`,
    'Set DATA_DIR to a folder that can be written, or DATABASE_URL to a Postgres of yours.',
    { cause: faults[0] },
  );
}

function noted(note: string, dataDir: string, user: SystemUser | undefined): string {
  const place = resolve(dataDir, readFileSync(note, 'utf8').trim());
  if (existsSync(place)) return prepared(place, user);
  throw new StartError(
    `The database in ${place}, which ${note} names, is gone.`,
    `Bring that folder back, or delete ${dataDir} to begin with an empty database.`,
  );
}

function placesFor(dataDir: string): string[] {
  const name = createHash('sha256').update(resolve(dataDir)).digest('hex').slice(0, 12);
  return [join('/var/lib/changeover', name, 'postgres'), join(tmpdir(), `changeover-${name}`, 'postgres')];
}

function prepared(place: string, user: SystemUser | undefined): string {
  // The folders above it have to let the user through, whatever root's umask is.
  makeFolder(place, 0o755);
  if (user) chownSync(place, user.uid, user.gid);
  return place;
}
