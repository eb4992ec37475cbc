import {checkApiVersion} from './api-version.ts';
import {bundleOf} from './cache.ts';
import {readTranslations} from './locales.ts';
import {conditionsScript, mainScript} from './script.ts';
import {chooseTarget} from './target.ts';
import {readExtensionFile} from './toml.ts';
import {noticesOf, type ExtensionState} from './watch.ts';

/** A built extension and the requested target. */
export type LoadedExtension = ExtensionState & {readonly target: string};

/**
 * Reads and builds the extension of a folder. `target` is needed if the extension declares several.
 *
 * @param options.apiVersion replaces the `api_version` of the file
 */
export async function loadExtension(
  dir: string,
  target?: string,
  handle?: string,
  {apiVersion}: {apiVersion?: string | undefined} = {},
): Promise<LoadedExtension> {
  const file = await readExtensionFile(
    dir,
    apiVersion === undefined ? {} : {apiVersion: checkApiVersion(apiVersion)},
  );

  const {extension, targeting} = chooseTarget(file, target, handle);
  const condition = conditionsScript(extension);
  const [translations, bundle, conditions] = await Promise.all([
    readTranslations(file.dir),
    bundleOf(file, mainScript(extension)),
    condition === undefined ? null : bundleOf(file, condition),
  ]);

  return {
    file,
    extension,
    translations,
    bundle,
    conditions,
    notices: noticesOf(file, extension, bundle, conditions),
    target: targeting.target,
  };
}
