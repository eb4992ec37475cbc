import {errors, jwtVerify} from 'jose';
import type {App} from '../../../world/app.ts';
import {isIdNumber} from '../../../world/gid.ts';
import {staffNumbered} from '../../../world/staff.ts';
import type {StaffMember} from '../../../world/staff.ts';
import {PUBLISHED_TEST_SECRET} from '../../../world/app.ts';
import {importSecret} from '../../../tokens/secret.ts';
import type {AppAuthorizationDeps} from './app-authorization-deps.ts';

/** The staff member of an ID token, or the reason why the token is refused. */
export type Subject = {readonly staff: StaffMember} | {readonly cause: string};

/** Verifies an ID token that the app exchanges, on the platform's clock. */
export async function verifySubject(
  token: string,
  {app, shop, now}: Pick<AppAuthorizationDeps, 'app' | 'shop' | 'now'>,
): Promise<Subject> {
  let cause = 'subject_token is not an ID token of this app';

  for (const secret of secretsOf(app)) {
    try {
      const key = await importSecret(secret, {published: [PUBLISHED_TEST_SECRET]});
      const {payload} = await jwtVerify(token, key, {
        algorithms: ['HS256'],
        audience: app.clientId,
        issuer: `https://${shop.domain}/admin`,
        currentDate: new Date(now()),
        requiredClaims: ['exp', 'sub', 'dest'],
      });

      if (payload['dest'] !== `https://${shop.domain}`)
        return {cause: 'dest of subject_token names another shop'};
      if (!isIdNumber(payload.sub))
        return {cause: 'sub of subject_token is not the number of a staff member'};
      return {staff: staffNumbered(payload.sub)};
    } catch (error) {
      const isOfOtherSecret = error instanceof errors.JWSSignatureVerificationFailed;
      if (!isOfOtherSecret) cause = `subject_token was refused: ${reasonOf(error)}`;
    }
  }

  return {cause};
}

function secretsOf({clientSecret, previousClientSecret}: App): readonly string[] {
  return previousClientSecret === undefined ? [clientSecret] : [clientSecret, previousClientSecret];
}

/** Returns the reason of the library, which names the claim and never shows its value. */
function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : 'it cannot be read';
}
