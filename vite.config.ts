import {readFileSync} from 'node:fs';
import {defineConfig, type EnvironmentOptions, type Plugin, type UserConfig} from 'vite';
import {withQuickAppends} from './.ci/quick-appends.ts';

/** The scripts for Node, by their paths in `dist`. All other modules are in chunks that these share. */
const NODE_ENTRIES = [
  'index',
  'playwright/index',
  'playwright/config',
  'audit/index',
  'register/index',
  'browser/index',
  'vite/index',
  'cli/simhost',
  // The tests that simhost init runs.
  'playwright/first-look/first-look',
  // The program that builds a Mini.
  'node/mini/vite-build',
  // Not for users: the set-up installs a browser, and e2e reads the core of a simulation.
  'node/chromium',
  'core/simulation/simulation',
];

const WORLD_VALUES =
  /\/(?:world\/(?:drawn-number|gid|money)|graphql\/(?:connection|not-simulated)|app-authorization\/access-scopes)\.ts$/;

/** Small files of Node that most commands need. */
const NODE_VALUES =
  /\/harness\/(?:node\/(?:package-files|run-program|writing|extension\/(?:content-hash|replace-file))|cli\/stop-on-signal)\.ts$/;

/** The modules that need graphql-js, which no start of a worker waits for. */
const GRAPHQL_QUERY =
  /\/shopify\/graphql\/(?:cost-meter|field-resolver|lazy-\w+|query-cost(?:-report)?|schema-facts|sdl-facts|validation\/.+)\.ts$/;

interface Manifest {
  readonly dependencies: Readonly<Record<string, string>>;
  readonly peerDependencies: Readonly<Record<string, string>>;
}

/** Returns whether a module comes from Node or from a package that users install. */
function isInstalled(id: string): boolean {
  return id.startsWith('node:') || PACKAGES.some((name) => id === name || id.startsWith(`${name}/`));
}

const {dependencies, peerDependencies} = JSON.parse(readFileSync('package.json', 'utf8')) as Manifest;
const PACKAGES = [...Object.keys(dependencies), ...Object.keys(peerDependencies)];

/**
 * The code for Node, in few files: a loader takes about a millisecond for each module, in every worker of a test run.
 * Names and lines stay as they are, for stacks.
 */
const node: EnvironmentOptions = {
  consumer: 'server',
  build: {
    outDir: 'dist',
    emptyOutDir: false,
    target: 'es2023',
    sourcemap: false,
    minify: false,
    rolldownOptions: {
      input: Object.fromEntries(NODE_ENTRIES.map((path) => [path, `harness/${path}.ts`])),
      external: isInstalled,
      output: {
        format: 'es',
        entryFileNames: '[name].js',
        chunkFileNames: 'chunks/[name].js',
        // The files at the bottom of the map are small, and nearly every entry needs them.
        codeSplitting: {
          groups: [
            {name: 'ground', test: /\/harness\/(?!index)[a-z-]+\.ts$/},
            // Small files that nearly all platforms need.
            {name: 'world-values', test: WORLD_VALUES},
            {name: 'node-values', test: NODE_VALUES},
            // What the first query of a GraphQL API loads.
            {name: 'graphql-query', test: GRAPHQL_QUERY},
          ],
        },
        comments: {annotation: true, jsdoc: false, legal: false},
      },
    },
  },
};

/** A script that runs at once, in the order of the document: no module. */
function classic(input: string, entryFileNames: string): EnvironmentOptions {
  return {
    consumer: 'client',
    build: {
      outDir: 'dist/served',
      emptyOutDir: false,
      target: 'es2023',
      sourcemap: false,
      rolldownOptions: {input, output: {format: 'iife', entryFileNames}},
    },
  };
}

/** Loads parts of the console by a plain `import()`. Vite's own helper preloads files that those parts do not have. */
const plainImports: Plugin = {
  name: 'plain-imports',
  enforce: 'pre',
  applyToEnvironment: ({name}) => name === 'console',
  load: {
    filter: {id: /vite\/preload-helper/},
    handler: () => 'export const __vitePreload = (load) => load();',
  },
};

let hasQuickAppends = false;

/** Lets the sandbox's polyfill append a node without a walk over all siblings of the node. */
const quickAppends: Plugin = {
  name: 'quick-appends',
  applyToEnvironment: ({name}) => name === 'sandbox',
  transform: {
    filter: {id: /@remote-dom\/polyfill\/.*\/ParentNode\.m?js$/},
    handler: (code) => {
      hasQuickAppends = true;
      return withQuickAppends(code);
    },
  },
  buildEnd(error) {
    if (error === undefined && !hasQuickAppends) this.error('@remote-dom/polyfill has no file ParentNode.');
  },
};

/** The console of `simhost dev`: a script, the parts that it loads when they are opened, and one style sheet. */
const consolePage: EnvironmentOptions = {
  consumer: 'client',
  build: {
    outDir: 'dist/served',
    emptyOutDir: false,
    target: 'es2023',
    // The first browsers with light-dark(), so that it is not written out.
    cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
    sourcemap: false,
    modulePreload: false,
    cssCodeSplit: false,
    rolldownOptions: {
      input: 'harness/page/console/main.tsx',
      output: {
        format: 'es',
        entryFileNames: 'console.js',
        chunkFileNames: 'console-[name].js',
        // The parts that are loaded later take what they share from the one script.
        codeSplitting: {groups: [{name: 'main', tags: ['$initial']}]},
        assetFileNames: 'console.[ext]',
      },
    },
  },
};

/** The page of the simulated admin around an app: a script and a style sheet. */
const adminPage: EnvironmentOptions = {
  consumer: 'client',
  build: {
    outDir: 'dist/served',
    emptyOutDir: false,
    target: 'es2023',
    sourcemap: false,
    modulePreload: false,
    cssCodeSplit: false,
    rolldownOptions: {
      input: 'harness/page/admin/main.tsx',
      output: {format: 'es', entryFileNames: 'admin.js', assetFileNames: 'admin.[ext]'},
    },
  },
};

/**
 * Builds the code for Node into `dist`, and what browsers receive into `dist/served`: the scripts of the host page, of
 * the sandboxes and of a Mini's page.
 */
const config: UserConfig = defineConfig({
  publicDir: false,
  plugins: [plainImports, quickAppends],
  builder: {
    async buildApp(builder) {
      for (const environment of Object.values(builder.environments)) await builder.build(environment);
    },
  },
  environments: {
    node,
    client: {
      build: {
        outDir: 'dist/served',
        emptyOutDir: true,
        target: 'es2023',
        sourcemap: false,
        modulePreload: false,
        rolldownOptions: {
          input: 'harness/page/host/main.ts',
          output: {format: 'es', entryFileNames: 'host.js'},
        },
      },
    },
    console: consolePage,
    admin: adminPage,
    appBridge: classic('harness/page/admin/app-bridge/main.ts', 'app-bridge.js'),
    start: classic('harness/page/host/start.ts', 'start.js'),
    elements: classic('harness/page/elements/base/chunk.ts', 'elements.js'),
    polaris: classic('harness/page/polaris/main.ts', 'polaris.js'),
    watcher: classic('harness/page/host/watch/main.ts', 'watcher.js'),
    sandbox: classic('harness/page/sandbox/remote-dom.ts', 'sandbox.js'),
    shopApp: classic('harness/page/mini/shop-app.ts', 'shop-app.js'),
    storeNetwork: classic('harness/page/live/store-network.ts', 'store-network.js'),
    vitePage: classic('harness/page/live/vite-page.ts', 'vite-page.js'),
    miniNetwork: classic('harness/page/live/mini-network.ts', 'mini-network.js'),
    sandboxRemoteUi: classic('harness/page/sandbox/remote-ui.ts', 'sandbox-remote-ui.js'),
  },
});

export default config;
