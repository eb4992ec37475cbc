/** A new project as a tool leaves it, with the little code that its author wrote first. */
export interface Layout {
  /** The kind of project, as the title of its test names it. */
  readonly name: string;
  readonly manager: 'npm' | 'pnpm';
  /** The check of types: by the project's own `tsconfig.json`, or none in JavaScript. Default: by several other configs. */
  readonly typeCheck?: 'own' | 'none';
  /** The files by path. An object is written as JSON. */
  readonly files: Readonly<Record<string, string | object>>;
  /** The number of tests that `init` must write. */
  readonly count: number;
  /** The files of these tests by path without ending, and what each must contain. */
  readonly tests: Readonly<Record<string, readonly string[]>>;
}

/** The scripts that `shopify app init` writes. */
export const SHOPIFY_SCRIPTS: Readonly<Record<string, string>> = {
  shopify: 'shopify',
  build: 'shopify app build',
  dev: 'shopify app dev',
  info: 'shopify app info',
  generate: 'shopify app generate',
  deploy: 'shopify app deploy',
};

/** The packages of an extension that Shopify CLI generates for 2026-07. */
export const EXTENSION_PACKAGES: Readonly<Record<string, string>> = {
  '@preact/signals': '2.11.4',
  '@shopify/ui-extensions': '2026.7.4',
  preact: '10.29.8',
};

/** The TypeScript configuration of such an extension. */
export const EXTENSION_TSCONFIG: object = {
  compilerOptions: {
    jsx: 'react-jsx',
    jsxImportSource: 'preact',
    target: 'ES2020',
    module: 'ESNext',
    moduleResolution: 'bundler',
    checkJs: true,
    allowJs: true,
    strict: true,
    noEmit: true,
    skipLibCheck: true,
  },
  include: ['./src', './shopify.d.ts'],
};

/** Writes the types that Shopify CLI keeps up to date: the global `shopify` of each module. */
export function shopifyTypes(module: string, target: string): string {
  return `import '@shopify/ui-extensions';

declare module './${module}' {
  const shopify: import('@shopify/ui-extensions/${target}').Api;
  const globalThis: {shopify: typeof shopify};
}
`;
}
