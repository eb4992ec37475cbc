/** Words that make a name secret wherever they are in it: `DB_PASSWORD`, `--client-secret`, `authToken`. */
const SECRET_ANYWHERE = 'secret|token|passw|passphrase|passcode|pwd|credential|authorization';

/** Words that must end a part of a name, because they begin other words: `API_KEY`, `apiKey`, but not `--keyboard`. */
const SECRET_END = String.raw`(?:key|pass|auth)s?\d*(?![^\W_])`;

/** A name whose value is a secret. */
const SECRET_NAME = String.raw`[\w-]*(?:${SECRET_ANYWHERE}|${SECRET_END})[\w-]*`;

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
