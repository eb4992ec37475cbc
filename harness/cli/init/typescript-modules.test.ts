import {expect, test} from '@playwright/test';
import {distinguishesModules} from './typescript-modules.ts';
import {inProject} from './written-project.fixture.ts';

const config = (options: object, extended?: string | readonly string[]): object => ({
  ...(extended === undefined ? {} : {extends: extended}),
  compilerOptions: options,
});

for (const [what, files, expected] of [
  ['no tsconfig.json', {}, false],
  ['neither option', {'tsconfig.json': config({strict: true})}, false],
  ['CommonJS', {'tsconfig.json': config({module: 'CommonJS'})}, false],
  ['bundlers', {'tsconfig.json': config({module: 'ESNext', moduleResolution: 'bundler'})}, false],
  ['Node16', {'tsconfig.json': config({module: 'Node16'})}, true],
  ['nodenext', {'tsconfig.json': config({module: 'nodenext'})}, true],
  ['node20', {'tsconfig.json': config({module: 'node20'})}, true],
  [
    'node18 after a comment',
    {'tsconfig.json': '{"compilerOptions": {\n  // "module": "esnext"\n  "module": "node18", }}'},
    true,
  ],
  [
    'an extended file',
    {'tsconfig.json': config({}, './base'), 'base.json': config({module: 'NodeNext'})},
    true,
  ],
  [
    'its own option, which replaces that of an extended file',
    {'tsconfig.json': config({module: 'commonjs'}, './base.json'), 'base.json': config({module: 'nodenext'})},
    false,
  ],
  [
    'an extended file, next to another option',
    {
      'tsconfig.json': config({moduleResolution: 'node16'}, './base.json'),
      'base.json': config({module: 'commonjs'}),
    },
    true,
  ],
  [
    'an extended file whose other option is replaced',
    {
      'tsconfig.json': config({moduleResolution: 'node'}, './base.json'),
      'base.json': config({module: 'node16'}),
    },
    true,
  ],
  [
    'the last of several extended files',
    {
      'tsconfig.json': config({}, ['./first.json', './last.json']),
      'first.json': config({module: 'nodenext'}),
      'last.json': config({module: 'commonjs'}),
    },
    false,
  ],
  [
    'an installed package',
    {
      'tsconfig.json': config({}, '@tsconfig/node22/tsconfig.json'),
      'node_modules/@tsconfig/node22/tsconfig.json': config({module: 'nodenext'}),
    },
    true,
  ],
  [
    'an installed package by its name alone',
    {
      'tsconfig.json': config({}, '@tsconfig/node22'),
      'node_modules/@tsconfig/node22/tsconfig.json': config({module: 'nodenext'}),
    },
    true,
  ],
  ['a package that is not installed', {'tsconfig.json': config({}, '@tsconfig/node22')}, false],
  ['a file that extends itself', {'tsconfig.json': config({}, './tsconfig.json')}, false],
] as const) {
  test(`${expected ? 'finds' : 'does not find'} modules as Node has them by ${what}`, async () => {
    expect(await inProject(files, distinguishesModules)).toBe(expected);
  });
}
