import {build} from 'vite';

/** Bundles a module into a script whose exports are in a global of this name. Returns the code. */
export async function bundle(entry: string, name: string): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    build: {write: false, minify: false, lib: {entry, formats: ['iife'], name}},
  });

  const [output] = Array.isArray(built) ? built : [built];
  if (output === undefined || !('output' in output)) throw new Error('Vite built nothing.');
  return output.output[0].code;
}
