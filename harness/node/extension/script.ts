import {registersDefaultExports} from './api-version.ts';
import type {ExtensionConfig} from './toml.ts';

/** One file that Shopify's CLI builds for an extension: the default exports that it registers, each under its target. */
export interface Script {
  /** Without `.js`. */
  readonly name: string;
  readonly entries: readonly Entry[];
  /** Who registers the targets: the entry that the CLI writes, or, before 2025-10 and in `unstable`, each module itself. */
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

/** The conditions of `should_render`, which decide whether a target is shown at all. */
export function conditionsScript({handle, targeting, apiVersion}: ExtensionConfig): Script | undefined {
  const entries = targeting.flatMap(({target, shouldRender}) =>
    shouldRender === undefined ? [] : [{target: shouldRenderTarget(target), ...shouldRender}],
  );
  const registers = registersDefaultExports(apiVersion) ? 'entry' : 'modules';
  return entries.length === 0 ? undefined : {name: `${handle}-conditions`, entries, registers};
}

/** The name under which the condition of a target is registered. */
export function shouldRenderTarget(target: string): string {
  return target.replace(/\.render$/, '.should-render');
}
