import type {Mount} from '../../wire/control.ts';

/** Returns a mount with the addresses at which a page reaches its scripts. */
export function locateScripts(mount: Mount, locate: (url: string) => string): Mount {
  const {conditions} = mount;
  return {
    ...mount,
    bundleUrl: locate(mount.bundleUrl),
    conditions: conditions === null ? null : {...conditions, bundleUrl: locate(conditions.bundleUrl)},
  };
}
