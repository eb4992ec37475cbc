import {expect} from '@playwright/test';
import {BackendProcess} from './backend-process.ts';
import {test} from './server.fixture.ts';

test('a ready path that hangs fails within startTimeout, and the message names it', async ({
  listen,
  folder,
}) => {
  const {port} = new URL(await listen(() => {}));
  const backend = new BackendProcess({
    command: 'node --eval "setInterval(() => {}, 1000)"',
    cwd: folder,
    ready: '/health',
    allow: [],
    port: Number(port),
    env: process.env,
    secrets: [],
  });

  try {
    await expect(backend.ready({silence: 15_000, total: 300})).rejects.toThrow(
      `takes GET /health on PORT (${port}), and had not answered it after `,
    );
  } finally {
    await backend.stop();
  }
});
