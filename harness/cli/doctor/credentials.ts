import {type Check, type Finding, ok, problem} from './check.ts';

export const CREDENTIALS: readonly Check[] = [
  {name: 'credentials', run: ({environment}) => credentials(environment)},
];

/** A key of one app with the secret of another makes tokens that every backend refuses. */
function credentials({
  SHOPIFY_API_KEY: key,
  SHOPIFY_API_SECRET: secret,
}: Readonly<Record<string, string | undefined>>): Finding {
  if (key && secret) return ok('SHOPIFY_API_KEY and SHOPIFY_API_SECRET are used');
  if (!key && !secret) return ok('the published test values are used');

  const [set, unset] = key
    ? ['SHOPIFY_API_KEY', 'SHOPIFY_API_SECRET']
    : ['SHOPIFY_API_SECRET', 'SHOPIFY_API_KEY'];

  return problem(
    `${set} is set and ${unset} is not.`,
    `Set ${unset} too, or unset both to use the published test values.`,
  );
}
