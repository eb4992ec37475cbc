import {mkdir, writeFile} from 'node:fs/promises';
import {dirname, join} from 'node:path';

/** Writes a small Mini that trusts these domains. Its heading is "Written". */
export async function writeSmallMini(dir: string, trusted: readonly string[]): Promise<void> {
  const files: Record<string, string> = {
    'package.json': '{"type": "module"}',
    // The Mini's own policy allows more than ours.
    'vite.config.js': `export default {server: {headers: {'Content-Security-Policy': 'img-src *; connect-src *'}}};`,
    'src/manifest.json': JSON.stringify({name: 'Written', scopes: ['openid'], trusted_domains: trusted}),
    'index.html': `<!doctype html><title>Written</title><h1>Written</h1>`,
  };

  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(dir, name)), {recursive: true});
    await writeFile(join(dir, name), content);
  }
}
