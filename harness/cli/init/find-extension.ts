import {basename, join} from 'node:path';
import {messageOf} from '../../errors.ts';
import {EXTENSION_FILE, UI_EXTENSION_FILE, readExtensionFile} from '../../node/extension/toml.ts';
import type {ExtensionConfig, ExtensionFile} from '../../node/extension/toml.ts';
import {didYouMean} from '../../known-values.ts';
import {TARGETS, placeOf} from '../../wire/surfaces.ts';
import {pathFrom} from '../../dev/copy/project-folder.ts';
import type {ExtensionPart, FoundTarget} from './parts.ts';
import {readIfThere} from './project-files.ts';
import type {Folder} from './project-files.ts';

/** A folder that could hold a part: the part, or the reason why it gets no test. */
export interface FoundExtension {
  readonly part: ExtensionPart | null;
  readonly note: string | null;
}

/** Whether a folder has an extension file. */
export function hasExtensionFile({files}: Folder): boolean {
  return files.includes(EXTENSION_FILE) || files.includes(UI_EXTENSION_FILE);
}

/** Reads the extension of a folder. Functions, themes and other kinds are neither part nor note. */
export async function findExtension(root: string, folder: Folder): Promise<FoundExtension> {
  const path = pathFrom(root, folder.path);
  if (!(await isUiExtension(folder))) return {part: null, note: null};

  try {
    const file = await readExtensionFile(folder.path);
    const targets = testedTargets(file);
    const [first] = targets;
    if (first === undefined) return {part: null, note: noTarget(path, file)};

    return {part: {kind: 'extension', folder: path, name: first.name, targets}, note: null};
  } catch (error) {
    return {part: null, note: `${path} cannot be read. ${messageOf(error)}`};
  }
}

/** Explains why an extension gets no test. */
function noTarget(path: string, {extensions}: ExtensionFile): string {
  const all = extensions.flatMap(({targeting}) => targeting.map(({target}) => target));
  const unknown = all.find((target) => placeOf(target) === undefined);
  if (unknown === undefined) return `${path} shows nothing. A test can call it by host.run().`;
  const next = didYouMean(unknown, TARGETS, {label: null});
  return `${path} has the target "${unknown}", which simhost does not show. ${next}`.trim();
}

/** Lists the targets that render, and those that return a value without an input. */
function testedTargets(file: ExtensionFile): readonly FoundTarget[] {
  const all = file.extensions.flatMap((extension) =>
    extension.targeting.map((targeting) => ({extension, targeting, target: targeting.target})),
  );
  const names = new Set(all.map(({target}) => target));

  return all.flatMap(({extension, targeting: {shouldRender}, target}) => {
    const {page, surface} = placeOf(target) ?? {};
    // A target of the checkout that returns a value needs the buyer's input.
    if (page === undefined || (page === 'run' && surface !== 'admin')) return [];

    const found: FoundTarget = {
      target,
      isRun: page === 'run',
      hasCondition: shouldRender !== undefined,
      handle: extension.handle,
      name: nameOf(extension, file),
      needsTarget: names.size > 1,
      needsHandle: all.filter((each) => each.target === target).length > 1,
    };
    if (shouldRender === undefined) return [found];
    return [
      found,
      {...found, target: conditionOf(target), isRun: true, hasCondition: false, needsTarget: true},
    ];
  });
}

/** Returns the target under which Shopify's CLI registers the condition of a target. */
function conditionOf(target: string): string {
  return target.replace(/\.render$/, '.should-render');
}

/** Names an extension. A translated name is a key of its locales. */
function nameOf({name, handle}: ExtensionConfig, {dir, extensions}: ExtensionFile): string {
  if (!name.startsWith('t:')) return name;
  return extensions.length === 1 ? basename(dir) : handle;
}

/** Whether the file declares a UI extension. Functions, themes and flows have the same file. */
async function isUiExtension({path, files}: Folder): Promise<boolean> {
  if (!files.includes(EXTENSION_FILE)) return true;
  const text = (await readIfThere(join(path, EXTENSION_FILE))) ?? '';
  const types = [...text.matchAll(/^[ \t]*type[ \t]*=[ \t]*["']([\w-]+)["']/gm)].map(([, type]) => type);
  return types.length === 0 || types.some((type) => type?.endsWith('ui_extension'));
}
