import {EXTENSION_PACKAGES, EXTENSION_TSCONFIG, SHOPIFY_SCRIPTS} from './layout.ts';
import type {Layout} from './layout.ts';

/** A CommonJS app with TypeScript 5, which finds packages by `moduleResolution: node` and reads no `exports`. */
export const COMMONJS_APP: Layout = {
  name: 'a CommonJS app with TypeScript 5',
  manager: 'npm',
  typeCheck: 'own',
  files: {
    'package.json': {
      name: 'acme-badges',
      version: '1.0.0',
      private: true,
      scripts: SHOPIFY_SCRIPTS,
      workspaces: ['extensions/*'],
      devDependencies: {typescript: '5.9.3'},
    },
    'tsconfig.json': {
      compilerOptions: {
        module: 'commonjs',
        target: 'es2022',
        strict: true,
        esModuleInterop: true,
        outDir: 'build',
      },
      exclude: ['node_modules', 'build', 'extensions'],
    },
    'shopify.app.toml': 'client_id = "5b2c3d4e5f60718293a4b5c6d7e8f905"\nname = "acme-badges"\n',
    'src/badges.ts': `export function badgeOf(orders: number): string {
  return orders > 1 ? 'Regular' : 'Newcomer';
}
`,
    'extensions/badges/package.json': {name: 'badges', private: true, dependencies: EXTENSION_PACKAGES},
    'extensions/badges/tsconfig.json': EXTENSION_TSCONFIG,
    'extensions/badges/shopify.extension.toml': `api_version = "2026-07"

[[extensions]]
name = "Badges"
handle = "badges"
type = "ui_extension"

[[extensions.targeting]]
module = "./src/Profile.jsx"
target = "customer-account.profile.block.render"
`,
    'extensions/badges/src/Profile.jsx': `import '@shopify/ui-extensions/preact';
import {render} from 'preact';

export default async () => {
  render(<s-section heading="Badges">You have no badge yet</s-section>, document.body);
};
`,
  },
  count: 1,
  tests: {'tests/badges.spec': ["getByRole('heading', {name: 'Badges'"]},
};
