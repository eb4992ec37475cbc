import {readFile, readdir} from 'node:fs/promises';
import {join} from 'node:path';
import {expect, test} from '@playwright/test';
import {codeBlocks} from '../../e2e/code-blocks.ts';
import {readArguments} from './arguments.ts';
import type {Command} from './command.ts';

test('every command line of the README and the docs is one that simhost accepts', async () => {
  const names = (await readdir('docs')).filter((name) => name.endsWith('.md'));
  const refused: string[] = [];
  let count = 0;

  for (const page of ['README.md', ...names.map((name) => join('docs', name))]) {
    for (const line of linesOf(await readFile(page, 'utf8'))) {
      count += 1;
      const error = await refusal(line);
      if (error !== null) refused.push(`${page}: ${line}: ${error}`);
    }
  }

  expect(count).toBeGreaterThan(20);
  expect(refused).toEqual([]);
});

test('a misspelt option and an unknown command are refused', async () => {
  expect(await refusal('npx simhost dev extensions/loyalty --bakend x')).toContain('--backend');
  expect(await refusal('npx simhost serv')).toContain('serv.ts');
});

/** The command lines in blocks of a page, and those in sentences that begin with npx. A line with `…` is left out. */
function linesOf(page: string): string[] {
  const inBlocks = codeBlocks(page, 'sh').flatMap((block) => block.split('\n'));
  const inSentences = [...page.matchAll(/`(npx simhost [a-z][^`\n]*)`/g)].map(([, line = '']) => line);
  const lines = [...inBlocks, ...inSentences].filter((line) => line.startsWith('npx simhost '));
  return lines.filter((line) => !line.includes('…'));
}

async function refusal(line: string): Promise<string | null> {
  const [, , name = '', ...args] = wordsOf(line);
  try {
    const {DESCRIPTION} = (await import(`./${name}.ts`)) as Command;
    readArguments(args, {command: name, options: optionsOf(DESCRIPTION), allowPositionals: true});
    return null;
  } catch (error) {
    return String(error);
  }
}

function optionsOf({
  options,
}: Command['DESCRIPTION']): Record<string, {type: 'string' | 'boolean'; multiple?: boolean}> {
  return Object.fromEntries(
    Object.entries(options).map(([name, {type, multiple}]) => [
      name,
      {type, ...(multiple === true ? {multiple} : {})},
    ]),
  );
}

/** Splits a line as a shell does, without variables. */
function wordsOf(line: string): string[] {
  const words = line.matchAll(/(?:[^\s"']+|"[^"]*"|'[^']*')+/g);
  return [...words].map(([word]) => word.replaceAll(/"([^"]*)"|'([^']*)'/g, '$1$2'));
}
