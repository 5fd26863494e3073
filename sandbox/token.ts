import { z } from 'zod';
import { people } from './issuer/people.ts';

const issuer = `http://127.0.0.1:${process.env.ISSUER_PORT ?? 8081}`;
const whom = `The people are ${people.map(({ id }) => id).join(', ')}.`;
const Answer = z.object({ access_token: z.string() });

try {
  console.log(await tokenOf(process.argv[2]));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

async function tokenOf(person: string | undefined): Promise<string> {
  if (!person) throw new Error(`Say whose token: npm run -s token -- <person>. ${whom}`);
  if (!people.some(({ id }) => id === person)) throw new Error(`There is nobody called ${person}. ${whom}`);
  const response = await fetch(`${issuer}/token`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ person }),
  }).catch(notAnIssuer);
  if (!response.ok) return notAnIssuer(response.status);
  return response
    .json()
    .then(Answer.parse)
    .then(({ access_token }) => access_token, notAnIssuer);
}

function notAnIssuer(cause: unknown): never {
  throw new Error(
    `No token issuer answers at ${issuer}: start the sandbox with npm start, or set ISSUER_PORT. ${whom}`,
    {
      cause,
    },
  );
}
