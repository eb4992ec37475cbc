/** A string that is in a variable of the shell. */
export interface Variable {
  readonly text: string;
  readonly name: string;
}

/** Text as one word of the shell, as it is. */
export function quoted(text: string): string {
  return /^[\w./:@%+=,-]+$/.test(text) ? text : `'${text.replaceAll("'", String.raw`'\''`)}'`;
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

/** Shorter ones are words like `null`, and no tokens. */
const SHORTEST = 16;

function escaped(text: string): string {
  return text.replaceAll(/["$`\\]/g, '\\$&');
}
