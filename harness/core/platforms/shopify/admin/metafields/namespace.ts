import {numberOf} from '../../../../world/gid.ts';
import {APP_ID} from '../app/app-id.ts';

/** The namespace that only this app may write: `app--<number of the app>`. */
const RESERVED = `app--${numberOf(APP_ID)}`;

/**
 * Returns the namespace of an input: `$app` and `$app:…` are those that belong to the app, and so is one that is left
 * out.
 *
 * @see https://shopify.dev/docs/apps/build/metafields/ownership
 */
export function namespaceOf(given: string | null | undefined): string {
  if (given == null || given === '$app') return RESERVED;
  return given.startsWith('$app:') ? `${RESERVED}--${given.slice('$app:'.length)}` : given;
}

/** Whether a namespace belongs to another app. */
export function isOfAnotherApp(namespace: string): boolean {
  return /^app--\d/.test(namespace) && namespace !== RESERVED && !namespace.startsWith(`${RESERVED}--`);
}
