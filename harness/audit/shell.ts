/** A string that is in a variable of the shell. */
export interface Variable {
  readonly text: string;
  readonly name: string;
}

/** Text as one word of the shell, as it is. */
export function quoted(text: string): string {
  return /^[\w./:@%+=,-]+$/.test(text) ? text : `'${text.replaceAll("'", String.raw`'\''`)}'`;
}

/** Returns an option with its value. A value that begins with a dash would be read as an option, so it is joined. */
export function option(name: string, value: string): readonly string[] {
  return value.startsWith('-') ? [`--${name}=${quoted(value)}`] : [`--${name}`, quoted(value)];
}

/** Returns the option of `simhost token` for a claim. A name that a plain `key=json` cannot hold is JSON as well. */
export function claimOption(name: string, value: unknown): readonly string[] {
  const key = PLAIN_NAME.test(name) ? name : JSON.stringify(name);
  return option('claim', `${key}=${JSON.stringify(value)}`);
}

/** Text as one word of the shell, the texts of variables in it as those. */
export function interpolated(text: string, variables: readonly Variable[]): string {
  const used = variables.filter(
    (variable) => variable.text.length >= SHORTEST && text.includes(variable.text),
  );
  if (used.length === 0) return quoted(text);

  const marked = used.reduce(
    (rest, variable) => rest.replaceAll(variable.text, `\0${variable.name}\0`),
    text,
  );

  return `"${escaped(marked).replaceAll(/\0(\w+)\0/g, '$${$1}')}"`;
}

/** A header whose value the environment holds; without it the shell says so and stops. */
export function headerFromEnvironment(name: string, variable: string): string {
  return `"${escaped(name)}: \${${variable}:?}"`;
}

/** Stops the shell if the environment lacks one of these variables. */
export function required(variables: readonly string[]): string {
  return [':', ...variables.map((name) => `"\${${name}:?}"`)].join(' ');
}

/** Runs commands one after the other, up to the first that fails. */
export function inTurn(commands: readonly string[]): string {
  return commands.join(' && ');
}

/** Neither a quotation mark at the start, nor `=`, a control character or half of a character. */
const PLAIN_NAME = /^[^"=\p{C}][^=\p{C}]*$/u;

/** Shorter ones are words like `null`, and no tokens. */
const SHORTEST = 16;

function escaped(text: string): string {
  return text.replaceAll(/["$`\\]/g, '\\$&');
}
