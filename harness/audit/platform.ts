import {decodeJwt, decodeProtectedHeader} from 'jose';
import type {Profile} from '../core/cases/case.ts';
import {tokensOf} from '../core/cases/profiles.ts';
import type {TokenDraft, TokenHeader} from '../core/tokens/jws.ts';
import type {Customer} from '../core/world/people.ts';
import type {World} from '../core/world/world.ts';
import {messageOf, SimhostError} from '../errors.ts';

/** A running `simhost serve`. */
export interface PlatformAddress {
  /** For example `http://127.0.0.1:4321`. */
  readonly url: string;
  /** The id that it printed, or wrote into its id file. */
  readonly id: string;
}

export interface Issued {
  readonly profile: Profile;
  readonly world: World;
  readonly customer: Customer | null;
}

/**
 * A valid token of that platform, taken apart, so that cases can change it. Its key is the profile's published test key.
 *
 * @throws {SimhostError} `ERR_PLATFORM`
 */
export async function issueFrom(
  platform: PlatformAddress,
  {profile, world, customer}: Issued,
): Promise<TokenDraft> {
  const {kind} = tokensOf(profile);
  const token = await mint(platform, {kind, customer: customer === null ? 'guest' : customer});
  const {key} = tokensOf(profile).recipe.draft({world, customer, now: 0, jti: '', sess: ''});
  return {header: decodeProtectedHeader(token) as TokenHeader, claims: decodeJwt(token), key};
}

async function mint({url, id}: PlatformAddress, body: object): Promise<string> {
  const response = await fetch(`${url}/.simhost/mint`, {
    method: 'POST',
    headers: {authorization: `Bearer ${id}`, 'content-type': 'application/json'},
    body: JSON.stringify(body),
  }).catch((cause: unknown) => {
    throw refused(
      url,
      `no answer came (${messageOf(cause)})`,
      'Start it: simhost serve --id-file simhost.id.',
    );
  });

  const answer = (await response.json().catch(() => ({}))) as {token?: unknown; error?: unknown};
  if (response.ok && typeof answer.token === 'string') return answer.token;

  const next =
    response.status === 401
      ? 'Its id has changed: each start has a new one.'
      : 'Is that the URL that simhost serve printed?';

  throw refused(
    url,
    typeof answer.error === 'string' ? answer.error : `it answered ${response.status}`,
    next,
  );
}

function refused(url: string, why: string, next: string): SimhostError {
  return new SimhostError('ERR_PLATFORM', `The platform at ${url} gave out no token: ${why}.`, {next});
}
