type Version = readonly [major: number, minor: number, patch: number];

/** Whether a version is in a range made of `^`, `>=` and `||`, which is all that simhost's package.json uses. */
export function isInRange(version: string, range: string): boolean {
  const found = parseVersion(version);
  return range.split('||').some((part) => {
    const [, operator, text] = /^(\^|>=)(\S+)$/.exec(part.trim()) ?? [];
    if (operator === undefined || text === undefined) throw new Error(`Not a range: ${range}`);
    const least = parseVersion(text);
    if (compare(found, least) < 0) return false;
    return operator === '>=' || found[0] === least[0];
  });
}

function parseVersion(text: string): Version {
  const [, major = '0', minor = '0', patch = '0'] = /^v?(\d+)(?:\.(\d+))?(?:\.(\d+))?/.exec(text) ?? [];
  return [Number(major), Number(minor), Number(patch)];
}

function compare(a: Version, b: Version): number {
  return a[0] - b[0] || a[1] - b[1] || a[2] - b[2];
}
