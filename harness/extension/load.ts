import {bundleOf} from './cache.ts';
import {readTranslations} from './locales.ts';
import {chooseTarget} from './target.ts';
import {readExtensionFile} from './toml.ts';
import type {ExtensionState} from './watch.ts';

/** An extension, built, and the one of its targets that was asked for. */
export type LoadedExtension = ExtensionState & {readonly target: string};

/** Reads and builds the extension of a folder; `target` is needed where it declares several. */
export async function loadExtension(dir: string, target?: string): Promise<LoadedExtension> {
  const file = await readExtensionFile(dir);
  const {extension, targeting} = chooseTarget(file, target);
  const [translations, bundle] = await Promise.all([readTranslations(file.dir), bundleOf(file, extension)]);
  return {file, extension, translations, bundle, target: targeting.target};
}
