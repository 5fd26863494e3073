import { statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { SystemUser } from './run-as.ts';

/** Whether a user can get to a path: every folder above it lets that user through. Folders that do not exist yet do not count. */
export function reachable(path: string, { uid, gid }: SystemUser): boolean {
  for (let folder = dirname(resolve(path)); ; folder = dirname(folder)) {
    const stat = statSync(folder, { throwIfNoEntry: false });
    if (stat) {
      const shift = stat.uid === uid ? 6 : stat.gid === gid ? 3 : 0;
      if (((stat.mode >> shift) & 1) === 0) return false;
    }
    if (folder === dirname(folder)) return true;
  }
}
