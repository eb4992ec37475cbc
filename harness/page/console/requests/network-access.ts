import type {ConsoleExtension} from '../../../wire/console.ts';

/** Says which extensions of a page may not send requests; null if all of them may. */
export function deniedNetwork(extensions: readonly ConsoleExtension[]): string | null {
  const denied = extensions.filter(({hasNetworkAccess}) => !hasNetworkAccess);
  if (denied.length === 0) return null;

  const names = denied.map(({name}) => name).join(' and ');
  return `${extensions.length === 1 ? 'The extension' : names} may not use the network.`;
}
