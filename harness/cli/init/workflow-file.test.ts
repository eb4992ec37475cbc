import {readFile} from 'node:fs/promises';
import {expect, test} from '@playwright/test';
import {codeBlocks} from '../../../e2e/code-blocks.ts';
import {workflowFile} from './workflow-file.ts';

test('docs/recipes.md shows the workflow of a project with npm', async () => {
  const [shown] = codeBlocks(await readFile('docs/recipes.md', 'utf8'), 'yaml');
  const commands = {install: 'npm install', installLocked: 'npm ci', execute: 'npx', run: 'npm run'};
  const manager = {name: 'npm', ...commands, isPinned: false} as const;
  expect(shown).toBe(workflowFile({manager, folder: '.', config: null}));
});
