import { ApiFailure } from '../api/failure.ts';

/** Somebody the issuer signs in without a password. */
export type Person = {
  id: string;
  name: string;
  role: 'customer' | 'partner' | 'operator' | 'machine';
  tenant: string;
  description: string;
};

/** Where to sign in, and who can. Systems get their tokens elsewhere. Throws ApiFailure when nobody answers. */
export async function findPeople(signal: AbortSignal): Promise<{ issuer: string; people: Person[] }> {
  const { issuer } = await json<{ issuer: string }>('/v1/sign-in', { signal });
  const people = await json<Person[]>(`${issuer}/people`, { signal });
  return { issuer, people: people.filter(({ role }) => role !== 'machine') };
}

/** An access token that speaks for this person. Throws ApiFailure when none is given. */
export async function tokenFor(issuer: string, person: string): Promise<string> {
  const { access_token } = await json<{ access_token: string }>(`${issuer}/token`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ person }),
  });
  return access_token;
}

async function json<T>(url: string, init: RequestInit): Promise<T> {
  const response = await fetch(url, init).catch((cause: unknown) => {
    throw new ApiFailure({}, { cause });
  });
  if (!response.ok) throw new ApiFailure({ status: response.status });
  return response.json();
}
