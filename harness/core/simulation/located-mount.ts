import type {Mount, SandboxOrigin} from '../../wire/control.ts';

/** The ways in which a page differs from a browser with the gateway. */
export interface PageReach {
  readonly locate: (url: string) => string;
  readonly sandbox: SandboxOrigin | null;
}

/** Returns a mount with the addresses and the origin that it has on one page. */
export function locatedMount(mount: Mount, {locate, sandbox}: PageReach): Mount {
  const {conditions} = mount;
  return {
    ...mount,
    origin: sandbox ?? mount.origin,
    bundleUrl: locate(mount.bundleUrl),
    conditions: conditions === null ? null : {...conditions, bundleUrl: locate(conditions.bundleUrl)},
  };
}
