import {defineConfig, type EnvironmentOptions, type UserConfig} from 'vite';

/** Builds what browsers receive into `dist/served`: the host page's module and the sandboxes' classic scripts. */
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
    sandbox: sandbox('harness/sandbox/main.ts', 'sandbox.js'),
    sandboxRemoteUi: sandbox('harness/sandbox/remote-ui.ts', 'sandbox-remote-ui.js'),
  },
});

/** A classic script for a worker. */
function sandbox(input: string, file: string): EnvironmentOptions {
  return {
    consumer: 'client',
    build: {
      outDir: 'dist/served',
      emptyOutDir: false,
      target: 'es2023',
      sourcemap: false,
      rolldownOptions: {input, output: {format: 'iife', entryFileNames: file}},
    },
  };
}

export default config;
