import {defineConfig, type EnvironmentOptions, type UserConfig} from 'vite';

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

/** Builds what browsers receive into `dist/served`: the scripts of the host page, of the sandboxes and of a Mini's page. */
const config: UserConfig = defineConfig({
  publicDir: false,
  builder: {
    async buildApp(builder) {
      for (const environment of Object.values(builder.environments)) await builder.build(environment);
    },
  },
  environments: {
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
    start: classic('harness/page/host/start.ts', 'start.js'),
    elements: classic('harness/page/elements/base/chunk.ts', 'elements.js'),
    sandbox: classic('harness/page/sandbox/remote-dom.ts', 'sandbox.js'),
    shopApp: classic('harness/page/mini/shop-app.ts', 'shop-app.js'),
    miniNetwork: classic('harness/page/mini/mini-network.ts', 'mini-network.js'),
    sandboxRemoteUi: classic('harness/page/sandbox/remote-ui.ts', 'sandbox-remote-ui.js'),
  },
});

export default config;
