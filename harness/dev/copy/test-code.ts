import type {FoundByRole} from '../../wire/deed.ts';
import type {RecordedStep} from './recording.ts';

/** A value as TypeScript: keys that are names stay bare, and strings have single quotes if they can. */
export function code(value: unknown): string {
  if (typeof value === 'string') return quoted(value);
  if (Array.isArray(value)) return `[${value.map(code).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'undefined';

  const fields = Object.entries(value)
    .filter(([, each]) => each !== undefined)
    .map(([key, each]) => `${/^[A-Za-z_$][\w$]*$/.test(key) ? key : quoted(key)}: ${code(each)}`);
  return `{${fields.join(', ')}}`;
}

/** The locator of a control below an expression. */
export function locator(below: string, {role, name, exact, nth}: FoundByRole): string {
  const options = code({name, ...(exact ? {exact} : {})});
  return `${below}.getByRole(${code(role)}, ${options})${nth === null ? '' : `.nth(${nth})`}`;
}

/** The statement for a step. `fixture` is the name of the fixture, and `expressionOf` names the place of a mount. */
export function statement(
  step: RecordedStep,
  fixture: string,
  expressionOf: (mount: string | null) => string,
): string {
  switch (step.kind) {
    case 'clock':
      return `await ${fixture}.clock.${step.call};`;
    case 'customer':
      return `await ${fixture}.${step.customer === null ? 'signOut()' : `signIn(${code(step.customer)})`};`;
    case 'locale':
      return `await ${fixture}.update({locale: ${code(step.locale)}});`;
    case 'update':
      return `await ${fixture}.update(${code(step.change)});`;
    case 'deed': {
      const {mount, control, action, value} = step.deed;
      return `await ${locator(expressionOf(mount), control)}.${action}(${value === null ? '' : code(value)});`;
    }
  }
}

/** Characters that end a line, or that change the direction of the code after them. */
const UNSEEN = /[\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069]/g;

/** JSON escapes what could end a string or a line; single quotes need no escape inside of double ones. */
function quoted(text: string): string {
  const json = JSON.stringify(text).replaceAll(
    UNSEEN,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return /['"\\]/.test(text) || json.length !== text.length + 2 ? json : `'${text}'`;
}
