import type {AdminForApp} from '../../../wire/app-bridge.ts';
import type {Remote} from '../../../wire/rpc.ts';
import type {OpenWork, StartedWork} from '../../activity/open-work.ts';

/** Calls that are open until a person acts. The app has nothing more to do meanwhile. */
const WAITS_FOR_A_PERSON: ReadonlySet<string> = new Set<keyof AdminForApp>([
  'hideModal',
  'invoke',
  'leave',
  'pick',
  'pickResources',
  'requestScopes',
]);

/** Counts the calls of the admin as open work until it has answered. */
export function followed(admin: Remote<AdminForApp>, work: OpenWork): Remote<AdminForApp> {
  return new Proxy(admin, {
    get: (_, name) => {
      const call: unknown = Reflect.get(admin, name);
      if (typeof call !== 'function' || typeof name !== 'string' || WAITS_FOR_A_PERSON.has(name)) return call;
      return (...args: readonly unknown[]) =>
        work.follow(startedWork(name, args), (call as AnyCall)(...args));
    },
  });
}

type AnyCall = (...args: readonly unknown[]) => Promise<unknown>;

function startedWork(name: string, [first]: readonly unknown[]): StartedWork {
  if (name !== ('direct' satisfies keyof AdminForApp)) return {what: 'call', member: `shopify.${name}`};
  return {what: 'request', method: 'POST', url: `shopify:${String(first)}`};
}
