import {mkdir, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {test} from '@playwright/test';
import * as fc from 'fast-check';
import {changedValue, expectRefusals, hostileString} from '../../wire/bad-input.fixture.ts';
import {readManifest} from './manifest.ts';

const MANIFEST = {
  name: 'Points',
  handle: 'points',
  scopes: ['openid'],
  trusted_domains: ['api.example.org/v1'],
};

/** Manifests with one wrong member, and texts that are not JSON. */
const faulty: fc.Arbitrary<string> = fc.oneof(
  changedValue(MANIFEST)
    .filter(({value}) => isJson(value))
    .map(({value}) => JSON.stringify(value) ?? ''),
  fc.tuple(fc.nat(60), hostileString).map(([at, piece]) => {
    const text = JSON.stringify(MANIFEST);
    return text.slice(0, at) + piece + text.slice(at);
  }),
  hostileString,
  fc.constantFrom(
    '[]',
    'null',
    '1',
    '"x"',
    '['.repeat(20_000),
    '{"name": "a", "name": 1}',
    '{"__proto__": {"name": "x"}}',
  ),
);

function isJson(value: unknown): boolean {
  try {
    return JSON.stringify(value) !== undefined;
  } catch {
    return false;
  }
}

test('a manifest of a Mini with a fault is refused with the field', async () => {
  const dir = test.info().outputPath('mini');
  await mkdir(dir, {recursive: true});
  await expectRefusals({
    area: 'manifests of Minis',
    inputs: faulty,
    runs: 200,
    least: 80,
    mayPass: true,
    attempt: async (text) => {
      await writeFile(join(dir, 'manifest.json'), text);
      const {name, scopes, trustedDomains} = await readManifest(dir);
      if ([name, ...scopes, ...trustedDomains].some((each) => typeof each !== 'string'))
        throw new Error('Not strings.');
    },
  });
});
