/**
 * Whether a version is in a range: alternatives by `||`, each a list of `>=` and `<`, as in `>=2.6 <2.7 || >=3`.
 * Versions are compared part by part, numbers as numbers, so a Debian revision comes after its upstream version.
 */
export function isInRange(version: string, range: string): boolean {
  return range.split('||').some((alternative) =>
    alternative
      .trim()
      .split(/\s+/)
      .every((bound) => satisfies(version, bound)),
  );
}

function satisfies(version: string, bound: string): boolean {
  const [, operator, limit] = /^(>=|<)(\S+)$/.exec(bound) ?? [];
  if (operator === undefined || limit === undefined)
    throw new Error(`"${bound}" is not a bound of a version range.`);

  const order = ORDER.compare(version, limit);
  return operator === '<' ? order < 0 : order >= 0;
}

const ORDER = new Intl.Collator('en', {numeric: true});
