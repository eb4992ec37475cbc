import {relative} from 'node:path';
import type {DevConsoleParts} from './console/dev-console.ts';

/** The parts of a page that has no extensions: no settings, and a command with few options. */
export function withoutSettings(
  dir: string,
  backend: readonly string[],
): Pick<DevConsoleParts, 'startOptions' | 'givenSettings' | 'resetSettings'> {
  return {
    startOptions: {
      folders: [relative('.', dir) || '.'],
      backend,
      handle: undefined,
      layout: undefined,
      config: undefined,
      update: [],
    },
    givenSettings: () => new Map(),
    resetSettings: () => undefined,
  };
}
