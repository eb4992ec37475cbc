/** A name whose value is a secret, for example `API_KEY`, `--client-secret` or `DB_PASSWORD`. */
const SECRET_NAME = String.raw`[\w-]*(?:key|secret|token|pass|pwd|credential|auth)[\w-]*`;

/** A value in quotes, or up to the next space. */
const VALUE = String.raw`(?:"[^"]*"|'[^']*'|[^\s"']+)`;

const SECRET_VALUE = new RegExp(
  String.raw`((?:^|[\s"'=])(?:${SECRET_NAME}=|--${SECRET_NAME}\s+(?!-)))${VALUE}+`,
  'gi',
);

/**
 * Writes the command of a backend as messages and logs show it, without the secrets that it passes on.
 *
 * For example, `API_KEY=hush node server.js` is `API_KEY=<secret> node server.js`.
 */
export function shownCommand(command: string): string {
  return command.replace(SECRET_VALUE, '$1<secret>');
}
