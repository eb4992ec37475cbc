import type {ErrorCode} from '../../error-codes.ts';
import {SimhostError} from '../../errors.ts';
import type {Notice} from '../../notices.ts';
import type {Bundle} from '../platforms/shopify/extension/bundle.ts';
import {capabilityNames} from '../platforms/shopify/extension/capabilities.ts';
import {translatedName} from '../platforms/shopify/extension/translated-name.ts';
import {defaultSettings, resolveSettings} from '../platforms/shopify/extension/settings.ts';
import type {Settings} from '../platforms/shopify/extension/settings.ts';
import {firstSourceLine, mapStack} from '../platforms/shopify/extension/source-position.ts';
import type {SourceLine} from '../platforms/shopify/extension/source-position.ts';
import type {BuiltExtension} from '../platforms/shopify/extension/declared-extension.ts';
import {renderProtocolOf} from '../platforms/shopify/extension/render-protocol.ts';
import {scriptUrl} from '../platforms/shopify/extension-assets.ts';
import {scriptOriginRuleAt} from '../platforms/shopify/network-rules.ts';
import type {Ids} from '../world/ids.ts';
import {refuseUndeclared, type Granted} from '../../wire/capabilities.ts';
import type {MountActivity} from '../../wire/activity.ts';
import {surfaceOf, type SurfaceName} from '../../wire/surfaces.ts';
import {EXTENSION_NOTICES} from '../../wire/control.ts';
import type {
  FromPage,
  LogLine,
  Mount,
  Run,
  SandboxOrigin,
  ScriptOriginRule,
  WireError,
} from '../../wire/control.ts';
import {changeSettings} from '../world/changes.ts';
import type {Setting} from '../world/changes.ts';
import {describePending} from './activity.ts';
import type {ApiCall, ExtensionError, ExtensionLog} from './extension-events.ts';

/** An extension to show, and at which of its targets. */
export interface MountRequest extends BuiltExtension {
  readonly target: string;
  /** Default: the fields' default values. */
  readonly settings?: Settings;
  /** Declared capabilities that the merchant declined. Default: none. */
  readonly declined?: readonly string[];
  /** Notices about the extension's files. Default: none. */
  readonly notices?: readonly Notice[];
  /** The function to call for its value, in place of rendering. */
  readonly run?: Pick<Run, 'registered' | 'input'>;
}

export type RunRequest = MountRequest & Required<Pick<MountRequest, 'run'>>;

/** An extension that a simulation shows. */
export interface MountedExtension {
  readonly id: string;
  /** Settles when its first tree stands in a page, or with the error that kept it from starting. */
  readonly started: Promise<void>;
  /** What it has returned, where it is run for a value. */
  readonly returned: Promise<unknown>;
  /** Tells it that nobody waits for its value any more. */
  abort(): void;
  /** Starts it anew, for example after an edit. */
  replace(request: MountRequest): void;
  remove(): void;
}

interface Entry {
  request: MountRequest;
  mount: Mount;
  started: PromiseWithResolversOf<void>;
  /** It has neither started nor failed. */
  isStarting: boolean;
  readonly returned: PromiseWithResolversOf<unknown>;
  /** Reads of members that the target lacks. They explain a failure that follows. */
  readonly missing: Notice[];
}

interface PromiseWithResolversOf<T> {
  readonly promise: Promise<T>;
  readonly resolve: (value: T) => void;
  readonly reject: (reason: Error) => void;
}

export interface MountListeners {
  readonly onChange: () => void;
  readonly onLog: (log: ExtensionLog) => void;
  readonly onError: (error: ExtensionError) => void;
  readonly onCall: (call: ApiCall) => void;
  readonly onNotice: (notice: Notice) => void;
}

/** What a page says of a mount. */
export type FromMount = Exclude<Extract<FromPage, {mount: string | null}>, {type: 'ask' | 'reached'}>;

/** Where extensions run, and what they may fetch. */
export interface SandboxRules {
  readonly origin: SandboxOrigin;
  /** `undefined`: what the platform does at the target. */
  readonly fetchToScriptOrigin: ScriptOriginRule | undefined;
}

/** What is mounted in one simulation, and what became of it. */
export class Mounts {
  readonly #entries = new Map<string, Entry>();
  readonly #ids: Ids;
  readonly #rules: SandboxRules;
  readonly #listeners: MountListeners;

  constructor(ids: Ids, rules: SandboxRules, listeners: MountListeners) {
    this.#ids = ids;
    this.#rules = rules;
    this.#listeners = listeners;
  }

  get all(): readonly Mount[] {
    return [...this.#entries.values()].map(({mount}) => mount);
  }

  /** The script published at a URL. */
  codeAt(url: string): string | undefined {
    for (const {mount, request} of this.#entries.values()) {
      if (mount.scriptUrl === url) return request.bundle.code;
      if (mount.conditions?.scriptUrl === url) return request.conditions?.code;
    }
    return undefined;
  }

  hasActivation(id: string, surface: SurfaceName): boolean {
    return this.all.some(({activationId, target}) => activationId === id && surfaceOf(target) === surface);
  }

  byId(id: string): Mount | undefined {
    return this.#entries.get(id)?.mount;
  }

  /** @throws {SimhostError} `ERR_NOT_DECLARED` */
  async add(request: MountRequest): Promise<MountedExtension> {
    refuseUndeclared(request.declined ?? [], capabilityNames(request.extension.capabilities));
    const id = await this.#ids.uuid();

    const entry: Entry = {
      request,
      mount: describe(request, this.#rules, id, 1),
      started: withResolvers<void>(),
      isStarting: true,
      returned: withResolvers<unknown>(),
      missing: [],
    };

    this.#entries.set(id, entry);
    this.#listeners.onChange();

    return {
      id,
      get started() {
        return entry.started.promise;
      },
      returned: entry.returned.promise,
      abort: () => {
        const {run} = entry.mount;
        if (run === null || !this.#entries.has(id)) return;
        entry.mount = {...entry.mount, run: {...run, aborted: true}};
        this.#listeners.onChange();
      },
      replace: (next) => {
        const {declined} = entry.mount;
        entry.started.resolve();
        entry.started = withResolvers<void>();
        entry.isStarting = true;
        entry.missing.length = 0;
        entry.request = next;
        entry.mount = describe({declined, ...next}, this.#rules, id, entry.mount.generation + 1);
        this.#listeners.onChange();
      },
      remove: () => {
        this.#entries.delete(id);
        this.#listeners.onChange();
      },
    };
  }

  /**
   * Checks settings that are meant for the mounted extensions.
   *
   * @throws {SimhostError} `ERR_UNKNOWN_SETTING`, `ERR_BAD_SETTING`
   */
  checkSettings(change: Readonly<Record<string, Setting | undefined>>): void {
    const declared = [...new Set([...this.#entries.values()].flatMap(fieldsOf))];
    changeSettings({}, change, declared);
    for (const entry of this.#entries.values())
      resolveSettings(entry.request.extension.settings, ownSettings(entry, change));
  }

  /** Gives settings of the mounted extensions other values, which `checkSettings` has checked. */
  changeSettings(change: Readonly<Record<string, Setting | undefined>>): void {
    for (const entry of this.#entries.values()) {
      const own = ownSettings(entry, change);
      entry.mount = {...entry.mount, settings: changeSettings(entry.mount.settings, own, Object.keys(own))};
    }
  }

  /**
   * Checks that mounted extensions declare the capabilities that the merchant is to decline.
   *
   * @throws {SimhostError} `ERR_NOT_DECLARED`
   */
  checkDeclined(declined: readonly string[]): void {
    const entries = [...this.#entries.values()];
    refuseUndeclared(declined, [
      ...new Set(entries.flatMap(({request}) => capabilityNames(request.extension.capabilities))),
    ]);
  }

  /** Lets the merchant decline other capabilities of the mounted extensions, in place of those declined before. */
  changeDeclined(declined: readonly string[]): void {
    for (const entry of this.#entries.values())
      entry.mount = {...entry.mount, ...grantedOf(entry.request, declined)};
  }

  /** Whatever waits for a start or a value gets this error; answers whether anything waited. */
  failStarting(error: SimhostError): boolean {
    const starting = [...this.#entries.values()].filter(({isStarting}) => isStarting);
    for (const entry of starting) {
      entry.isStarting = false;
      entry.started.reject(error);
      entry.returned.reject(error);
    }

    return starting.length > 0;
  }

  /** One sentence for each thing that a mount has begun and not finished. */
  describePending({mount: id, pending}: MountActivity): readonly string[] {
    const entry = this.#entries.get(id);
    if (entry === undefined) return [];

    return pending.map((work) => {
      const place = work.what === 'timer' ? sourceOf(inSources(work.stack, entry), entry) : null;
      return describePending(work, entry.mount.handle, place);
    });
  }

  receive(message: FromMount): void {
    const entry = this.#entries.get(message.mount);
    if (entry === undefined) return;

    const {handle, target} = entry.mount;
    if (['mounted', 'returned', 'failed'].includes(message.type)) entry.isStarting = false;

    if (message.type === 'mounted') {
      entry.mount = {...entry.mount, started: true};
      entry.started.resolve();
    } else if (message.type === 'returned') {
      entry.returned.resolve(message.value);
    } else if (message.type === 'call') {
      this.#listeners.onCall({handle, target, member: message.member, args: message.args});
    } else if (message.type === 'log') {
      this.#logged(message.lines, entry);
    } else if (message.type === 'notice') {
      const {notice} = message;
      if (notice.code === 'api-member-missing') entry.missing.push(notice);
      if (EXTENSION_NOTICES.includes(notice.code)) this.#listeners.onNotice(notice);
    } else {
      const error = revive(message.error, entry);
      const source = sourceOf(error.stack ?? '', entry);
      if (message.type === 'failed') {
        const failure = startFailure(entry, error, source);
        entry.started.reject(failure);
        entry.returned.reject(failure);
      }
      this.#listeners.onError({handle, target, error, source});
    }
  }

  #logged(lines: readonly LogLine[], entry: Entry): void {
    for (const {level, text, stack} of lines) {
      // Worked out when somebody reads it: most lines are never read, and there may be thousands.
      const source = once(() => sourceOf(inSources(stack, entry), entry));
      this.#listeners.onLog({
        handle: entry.mount.handle,
        level,
        text,
        get source() {
          return source();
        },
      });
    }
  }
}

/** The value of a function that is worked out at most once. */
function once<T>(make: () => T): () => T {
  let made: {readonly value: T} | undefined;
  return () => {
    made ??= {value: make()};
    return made.value;
  };
}

function fieldsOf({request}: Entry): string[] {
  return request.extension.settings.map(({key}) => key);
}

/** The part of a change that is about settings of one extension. */
function ownSettings(
  entry: Entry,
  change: Readonly<Record<string, Setting | undefined>>,
): Readonly<Record<string, Setting | undefined>> {
  const own = fieldsOf(entry).filter((key) => Object.hasOwn(change, key));
  return Object.fromEntries(own.map((key) => [key, change[key]]));
}

function describe(
  {extension, translations, bundle, conditions, target, settings, run, declined = []}: MountRequest,
  {origin, fetchToScriptOrigin}: SandboxRules,
  id: string,
  generation: number,
): Mount {
  const urlOf = ({name, hash}: Bundle): string =>
    scriptUrl({activation: id, handle: name, hash: hash.slice(0, 8)});
  const url = urlOf(bundle);
  return {
    id,
    generation,
    started: generation > 1,
    target,
    handle: extension.handle,
    name: translatedName(extension.name, translations),
    apiVersion: extension.apiVersion,
    wire: renderProtocolOf(extension.apiVersion, bundle.code),
    scriptUrl: url,
    bundleUrl: url,
    conditions: conditions === null ? null : {scriptUrl: urlOf(conditions), bundleUrl: urlOf(conditions)},
    targets: extension.targeting.map((targeting) => targeting.target),
    ...grantedOf({extension}, declined),
    settings: settings ?? defaultSettings(extension.settings),
    metafields: [
      ...extension.metafields,
      ...(extension.targeting.find((each) => each.target === target)?.metafields ?? []),
    ],
    translations,
    activationId: `gid://shopify/ActivatedUiExtension/${id}`,
    origin,
    fetchToScriptOrigin: fetchToScriptOrigin ?? scriptOriginRuleAt(target),
    run: run === undefined ? null : {...run, aborted: false},
  };
}

function grantedOf({extension}: Pick<MountRequest, 'extension'>, declined: readonly string[]): Granted {
  const declared = capabilityNames(extension.capabilities);
  return {
    capabilities: declared.filter((name) => !declined.includes(name)),
    declined: declared.filter((name) => declined.includes(name)),
  };
}

function sourceOf(mappedStack: string, {request: {bundle}}: Entry): string | null {
  const found = firstSourceLine(mappedStack, bundle);
  return found === undefined ? null : placeOf(found);
}

function placeOf({file, line, column}: SourceLine): string {
  return `${file}:${line}:${column}`;
}

/** A stack that speaks of the author's sources, whichever script it comes from. */
function inSources(stack: string, {request: {bundle, conditions}, mount}: Entry): string {
  const mapped = mapStack(stack, bundle, mount.scriptUrl);
  return conditions === null || mount.conditions === null
    ? mapped
    : mapStack(mapped, conditions, mount.conditions.scriptUrl);
}

function revive(wire: WireError, entry: Entry): Error {
  const error =
    wire.code === undefined
      ? new Error(wire.message)
      : new SimhostError(wire.code as ErrorCode, wire.message);

  error.name = wire.name;
  error.stack = inSources(wire.stack, entry);
  return error;
}

function startFailure({mount, missing}: Entry, cause: Error, source: string | null): SimhostError {
  const code = cause instanceof SimhostError ? cause.code : 'ERR_EXTENSION_FAILED';
  const what = cause instanceof SimhostError ? cause.message : `${cause.name}: ${cause.message}`;
  const where = source === null ? '' : ` (${source})`;
  const did =
    mount.run === null ? `did not start at ${mount.target}` : `returned nothing from ${mount.run.registered}`;
  const why = cause.name === 'TypeError' ? missing.map(({message, next}) => `\n${message} ${next}`) : [];

  return new SimhostError(code, `Extension "${mount.handle}" ${did}${where}.\n${what}${why.join('')}`, {
    cause,
  });
}

function withResolvers<T>(): PromiseWithResolversOf<T> {
  let resolve: (value: T) => void = () => {};
  let reject: (reason: Error) => void = () => {};
  const promise = new Promise<T>((onResolve, onReject) => {
    resolve = onResolve;
    reject = onReject;
  });

  promise.catch(() => {}); // whoever asks for it sees the failure; nobody asking is not an unhandled rejection
  return {promise, resolve, reject};
}
