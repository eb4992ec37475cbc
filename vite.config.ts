import {defineConfig, type UserConfig} from 'vite';

/** Builds what browsers receive into `dist/served`: the host page's first script and module, and the sandbox's classic script. */
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
    start: {
      consumer: 'client',
      build: {
        outDir: 'dist/served',
        emptyOutDir: false,
        target: 'es2023',
        sourcemap: false,
        rolldownOptions: {input: 'harness/host/start.ts', output: {format: 'iife', entryFileNames: 'start.js'}},
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
  },
});

export default config;
