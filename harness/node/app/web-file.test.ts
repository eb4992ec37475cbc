import {join} from 'node:path';
import {expect, test} from '@playwright/test';
import {writeFiles} from '../extension/extension.fixture.ts';
import {findWebCommand} from './web-file.ts';

const WEB = `
name = "React Router"
roles = ["frontend", "backend"]
webhooks_path = "/webhooks/app/uninstalled"

[commands]
predev = "npx prisma generate"
dev = "npx prisma migrate deploy && npm exec react-router dev"
`;

test('the command is that of the CLI: predev, then dev, in the folder of the file', async () => {
  const dir = await app({'shopify.web.toml': WEB});

  expect(await findWebCommand(dir)).toEqual({
    path: join(dir, 'shopify.web.toml'),
    dir,
    command: 'npx prisma generate && npx prisma migrate deploy && npm exec react-router dev',
  });
});

test('the file may be in a folder of the app, but not in a package or a build', async () => {
  const dir = await app({
    'node_modules/other/shopify.web.toml': WEB,
    'build/shopify.web.toml': WEB,
    'web/shopify.web.toml': '[commands]\ndev = "npm run dev"\n',
    'web/frontend/shopify.web.toml': 'type = "frontend"\n',
  });

  expect(await findWebCommand(dir)).toMatchObject({dir: join(dir, 'web'), command: 'npm run dev'});
});

test('an app may have no command', async () => {
  expect(await findWebCommand(await app({'package.json': '{}'}))).toBeNull();
});

test('several commands are an error that names their files and what to do', async () => {
  const dir = await app({
    'web/shopify.web.toml': '[commands]\ndev = "npm run dev"\n',
    'web/frontend/shopify.web.toml': '[commands]\ndev = "npm run vite"\n',
  });

  await expect(findWebCommand(dir)).rejects.toMatchObject({
    code: 'ERR_NO_APP_SERVER',
    message: expect.stringMatching(/web[\\/]shopify\.web\.toml, .*web[\\/]frontend[\\/]shopify\.web\.toml/),
    next: expect.stringContaining('--backend'),
  });
});

test('a command of another type is an error with its line', async () => {
  const dir = await app({'shopify.web.toml': '[commands]\ndev = 3\n'});

  await expect(findWebCommand(dir)).rejects.toMatchObject({
    code: 'ERR_BAD_APP_FILE',
    message: expect.stringContaining('shopify.web.toml:2:'),
  });
});

async function app(files: Readonly<Record<string, string>>): Promise<string> {
  const dir = test.info().outputPath('app');
  await writeFiles(dir, files);
  return dir;
}
