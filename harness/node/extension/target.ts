import {SimhostError} from '../../errors.ts';
import {didYouMean} from '../../known-values.ts';
import type {Targeting} from './targeting.ts';
import {EXTENSION_FILE, type ExtensionConfig, type ExtensionFile} from './toml.ts';

export interface ChosenTarget {
  readonly extension: ExtensionConfig;
  readonly targeting: Targeting;
}

/** Chooses a target by its name, or the only one. `handle` distinguishes extensions that share a target. */
export function chooseTarget(file: ExtensionFile, target?: string, handle?: string): ChosenTarget {
  const extensions = handle === undefined ? file.extensions : [extensionByHandle(file, handle)];
  const all = extensions.flatMap((extension) =>
    extension.targeting.map((targeting) => ({extension, targeting})),
  );

  const found = target === undefined ? all : all.filter(({targeting}) => targeting.target === target);
  const [first, second] = found;
  const declared = [...new Set(all.map(({targeting}) => targeting.target))];

  if (first === undefined) {
    throw new SimhostError(
      'ERR_UNKNOWN_TARGET',
      `No target "${target}" in ${EXTENSION_FILE}. It declares: ${declared.join(', ')}.`,
      {
        next: didYouMean(String(target), declared, {label: null}) || 'Give one of these targets.',
      },
    );
  }

  if (second === undefined) return first;
  if (declared.length > 1 && target === undefined) {
    throw new SimhostError(
      'ERR_AMBIGUOUS_TARGET',
      `${EXTENSION_FILE} declares several targets: ${declared.join(', ')}.`,
      {
        next: `Give the target: {target: '${declared[0]}'} in a test, --target ${declared[0]} in simhost dev.`,
      },
    );
  }

  const handles = found.map(({extension}) => extension.handle).join(', ');
  throw new SimhostError(
    'ERR_AMBIGUOUS_TARGET',
    `Several extensions in ${EXTENSION_FILE} declare "${first.targeting.target}": ${handles}.`,
    {
      next: 'Give the handle of the extension to mount.',
    },
  );
}

/** Finds an extension by its handle. */
export function extensionByHandle(file: ExtensionFile, handle: string): ExtensionConfig {
  const found = file.extensions.find((extension) => extension.handle === handle);
  if (found !== undefined) return found;

  const handles = file.extensions.map((extension) => extension.handle);
  throw new SimhostError(
    'ERR_UNKNOWN_EXTENSION',
    `No extension "${handle}" in ${EXTENSION_FILE}. It declares: ${handles.join(', ')}.`,
    {
      next: didYouMean(handle, handles, {label: null}) || 'Give one of these handles.',
    },
  );
}
