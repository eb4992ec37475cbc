import http from 'node:http';
import https from 'node:https';
import {syncBuiltinESMExports} from 'node:module';
import {urlToHttpOptions} from 'node:url';
import type {FindReroute} from './reroute.ts';

/** A function of Node that sends a request: `http.request` and the like. */
type Sender = (...args: unknown[]) => unknown;

/** The modules of Node, by the protocol that they speak. */
const MODULES = {
  'http:': http as unknown as Record<string, Sender>,
  'https:': https as unknown as Record<string, Sender>,
} as const;

type Protocol = keyof typeof MODULES;

const SENDERS: readonly (readonly [Protocol, string])[] = [
  ['http:', 'request'],
  ['http:', 'get'],
  ['http:', 'ClientRequest'],
  ['https:', 'request'],
  ['https:', 'get'],
];

/**
 * Lets the first request of `node:http` or `node:https` that is rerouted call `intercept`, which replaces functions
 * of both modules. That request and all later ones that are rerouted use the replaced functions. All others use
 * Node's own.
 */
export function interceptAtFirstReroute(find: FindReroute, intercept: () => void): void {
  const own = currentSenders();
  let replaced: Sender[] | undefined;

  const interceptOnce = (): Sender[] => {
    // The backend may have replaced functions since. Its own stay outermost.
    const current = currentSenders();
    setSenders(own);
    try {
      intercept();
      return currentSenders();
    } finally {
      setSenders(current);
    }
  };

  setSenders(
    own.map((sender, index) => {
      const protocol = SENDERS[index]?.[0] ?? 'http:';
      const senderFor = (args: unknown[]): Sender => {
        if (!isRerouted(find, protocol, args)) return sender;
        replaced ??= interceptOnce();
        return replaced[index] ?? sender;
      };

      return new Proxy(sender, {
        apply: (_, self, args: unknown[]) => Reflect.apply(senderFor(args), self, args),
        construct: (_, args: unknown[], type) => Reflect.construct(senderFor(args), args, type) as object,
      });
    }),
  );

  syncBuiltinESMExports(); // for import {request} from 'node:https'
}

function currentSenders(): Sender[] {
  return SENDERS.flatMap(([protocol, name]) => MODULES[protocol][name] ?? []);
}

function setSenders(senders: readonly Sender[]): void {
  for (const [index, [protocol, name]] of SENDERS.entries()) {
    const sender = senders[index];
    if (sender !== undefined) MODULES[protocol][name] = sender;
  }
}

function isRerouted(find: FindReroute, protocol: Protocol, args: readonly unknown[]): boolean {
  try {
    return find(originOf(protocol, args)) !== null;
  } catch {
    return true; // not an address, so nobody knows that it stays on this machine
  }
}

/** Reads the origin that Node would send a request to, from the arguments of `http.request`. */
function originOf(defaultProtocol: Protocol, [first, second]: readonly unknown[]): URL {
  const isAddress = typeof first === 'string' || first instanceof URL;
  const {protocol, hostname, host, port} = (
    isAddress ? {...urlToHttpOptions(new URL(first)), ...(second as object)} : (first ?? {})
  ) as http.RequestOptions;

  const name = hostname || host || 'localhost';
  const address = name.includes(':') && !name.startsWith('[') ? `[${name}]` : name;
  return new URL(`${protocol ?? defaultProtocol}//${address}:${port ?? ''}`);
}
