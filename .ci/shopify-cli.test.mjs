import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {expect, test} from '@playwright/test';
import {esbuildOptions} from './shopify-cli.mjs';

const MINIFIED =
  'a();let o=f(e),s={outfile:e.outputPath,stdin:e.stdin,bundle:!0,define:o,jsx:"automatic",logLevel:e.logLevel??"error",' +
  'loader:{".esnext":"ts",".js":"jsx"},legalComments:"none",minify:e.minify,plugins:p(e.stdin.resolveDir,t),target:"es6",' +
  'resolveExtensions:[".tsx",".ts",".js",".json",".esnext",".mjs",".ejs"]};return s';

test('reads the options of esbuild from a minified bundle of the CLI', () => {
  const {options} = JSON.parse(
    readFileSync(join(import.meta.dirname, '../fixtures/shopify-cli/facts.json'), 'utf8'),
  );
  expect(esbuildOptions(MINIFIED)).toEqual(options);
});

test('an option that changes is another fact', () => {
  expect(esbuildOptions(MINIFIED.replace('"es6"', '"es2020"'))).toMatchObject({target: 'es2020'});
  expect(esbuildOptions(MINIFIED.replace('minify:e.minify', 'minify:!0,splitting:!1'))).toMatchObject({
    minify: true,
    splitting: false,
  });
});

test('a bundle without the options is an error', () => {
  expect(() => esbuildOptions('let s={outfile:1}')).toThrow(
    'no longer gives esbuild its options in the known form',
  );
});
