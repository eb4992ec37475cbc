import {registersDefaultExports} from './api-version.ts';
import type {ExtensionConfig} from './toml.ts';

/** A file that Shopify's CLI builds for an extension: the default exports that it registers, each under its target. */
export interface Script {
  /** The file's name without `.js`. */
  readonly name: string;
  readonly entries: readonly Entry[];
  /** The code that registers the targets: the entry of the CLI, or, before 2025-10 and in `unstable`, each module. */
  readonly registers: 'entry' | 'modules';
}

export interface Entry {
  readonly target: string;
  /** Absolute path. */
  readonly module: string;
  /** The path as the TOML writes it. The CLI imports exactly this. */
  readonly specifier: string;
}

export function mainScript({handle, targeting, apiVersion}: ExtensionConfig): Script {
  return {
    name: handle,
    entries: targeting.map(({target, module, specifier}) => ({target, module, specifier})),
    registers: registersDefaultExports(apiVersion) ? 'entry' : 'modules',
  };
}

/** Describes the script of the `should_render` conditions, if there are any. */
export function conditionsScript({handle, targeting, apiVersion}: ExtensionConfig): Script | undefined {
  const entries = targeting.flatMap(({target, shouldRender}) =>
    shouldRender === undefined ? [] : [{target: shouldRenderTarget(target), ...shouldRender}],
  );
  const registers = registersDefaultExports(apiVersion) ? 'entry' : 'modules';
  return entries.length === 0 ? undefined : {name: `${handle}-conditions`, entries, registers};
}

/** Names the registration of a target's condition. */
export function shouldRenderTarget(target: string): string {
  return target.replace(/\.render$/, '.should-render');
}
