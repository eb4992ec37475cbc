import {writeFile} from 'node:fs/promises';
import {expect, test} from '@playwright/test';
import {readManifest, readManifestFile} from './manifest.ts';
import {isTrusted, type TrustRules} from './trusted-domains.ts';

const DEFAULTS: TrustRules = {trustedSubdomains: 'any', trustedPaths: 'below'};

const cases: [string[], string, boolean, Partial<TrustRules>?][] = [
  [['api.example.org'], 'https://api.example.org/v1', true],
  [['api.example.org'], 'https://example.org/v1', false],
  [['api.example.org'], 'https://api.example.org.evil.net/', false],
  [['api.example.org'], 'https://api.example.org:8443/', false],
  [['api.example.org:8443'], 'https://api.example.org:8443/', true],
  [['API.example.org'], 'https://api.example.org/', true],
  [['api.example.org/v1'], 'https://api.example.org/v1', true],
  [['api.example.org/v1/'], 'https://api.example.org/v1/points', true],
  [['api.example.org/v1'], 'https://api.example.org/v10', false],
  [['api.example.org/V1'], 'https://api.example.org/v1', false],
  [['api.example.org/v1'], 'https://api.example.org/v1', true, {trustedPaths: 'exact'}],
  [['api.example.org/v1'], 'https://api.example.org/v1/points', false, {trustedPaths: 'exact'}],
  [['api.example.org'], 'https://api.example.org/v1/points', true, {trustedPaths: 'exact'}],
  [['*.example.org'], 'https://api.example.org/', true],
  [['*.example.org'], 'https://a.b.example.org/', true],
  [['*.example.org'], 'https://example.org/', false],
  [['*.example.org'], 'https://badexample.org/', false],
  [['*.example.org'], 'https://api.example.org/', true, {trustedSubdomains: 'one'}],
  [['*.example.org'], 'https://a.b.example.org/', false, {trustedSubdomains: 'one'}],
  [[], 'https://example.org/', false],
];

for (const [domains, url, trusted, rules = {}] of cases) {
  const options = Object.values(rules).map((value) => `, with "${value}"`);
  test(`${JSON.stringify(domains)} ${trusted ? 'trusts' : 'does not trust'} ${url}${options.join('')}`, () => {
    expect(isTrusted(new URL(url), domains, {...DEFAULTS, ...rules})).toBe(trusted);
  });
}

const broken: [string, string][] = [
  ['{', 'is not JSON'],
  ['[]', 'is not a JSON object'],
  ['{}', 'has no "name"'],
  ['{"name": "A", "scopes": "openid"}', 'has a "scopes" that is not a list of strings'],
  ['{"name": "A", "trusted_domains": ["https://a.net"]}', 'give a host without scheme'],
];

// Numbered: Playwright calls the folders of tests alike whose titles differ in punctuation only.
for (const [index, [text, message]] of broken.entries()) {
  test(`a manifest ${text} is refused (${index + 1})`, async ({}, testInfo) => {
    const path = testInfo.outputPath('manifest.json');
    await writeFile(path, text);
    await expect(readManifestFile(path)).rejects.toThrow(message);
  });
}

test('a folder without a manifest is named', async ({}, testInfo) => {
  await expect(readManifest(testInfo.outputDir)).rejects.toThrow(`There is no Mini in ${testInfo.outputDir}`);
});
