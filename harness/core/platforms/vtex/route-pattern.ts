import {decoded} from '../../../decoded.ts';
import {escapeRegExp} from '../../../reg-exp.ts';

/** Turns the path of a route into a pattern: `:name` is one segment, `*` at the end is any rest. */
export function patternOf(path: string): RegExp {
  const hasRest = path.endsWith('*');
  const segments = escapeRegExp(hasRest ? path.slice(0, -1) : path);
  const named = segments.replaceAll(/:(\w+)/g, '(?<$1>[^/]+)');

  return new RegExp(`^${named}${hasRest ? '.*' : ''}/?$`);
}

/** Reads the named segments of a path, decoded. */
export function paramsOf(groups: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(groups).map(([name, value]) => [name, safelyDecoded(value)]));
}

/** Decodes a URI component; one that is malformed is returned as it is. */
export function safelyDecoded(value: string): string {
  return decoded(value) ?? value;
}
