import {defineConfig, type UserConfig} from 'vite';

/** Builds what browsers receive into `dist/served`: the host page's module, the sandbox's classic script and that of a Mini's page. */
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
        rolldownOptions: {input: 'harness/host/main.ts', output: {format: 'es', entryFileNames: 'host.js'}},
      },
    },
    sandbox: {
      consumer: 'client',
      build: {
        outDir: 'dist/served',
        emptyOutDir: false,
        target: 'es2023',
        sourcemap: false,
        rolldownOptions: {input: 'harness/sandbox/main.ts', output: {format: 'iife', entryFileNames: 'sandbox.js'}},
      },
    },
    shopApp: {
      consumer: 'client',
      build: {
        outDir: 'dist/served',
        emptyOutDir: false,
        target: 'es2023',
        sourcemap: false,
        rolldownOptions: {input: 'harness/host/shop-app.ts', output: {format: 'iife', entryFileNames: 'shop-app.js'}},
      },
    },
  },
});

export default config;
