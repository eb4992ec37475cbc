import {SimhostError} from '../../errors.ts';
import type {Notice} from '../../notices.ts';
import type {MountActivity} from '../../wire/activity.ts';
import type {AskedRequest} from '../../wire/asked-request.ts';
import {refuseUndeclared} from '../../wire/capabilities.ts';
import {EXTENSION_NOTICES} from '../../wire/extension-notices.ts';
import type {FromPage, LogLine, Mount, WireError} from '../../wire/control.ts';
import {surfaceOf} from '../../wire/surfaces.ts';
import type {SurfaceName} from '../../wire/surfaces.ts';
import {capabilityNames} from '../platforms/shopify/extension/capabilities.ts';
import {resolveSettings} from '../platforms/shopify/extension/settings.ts';
import {changeSettings} from '../world/setting-changes.ts';
import type {Setting} from '../world/setting-changes.ts';
import type {Ids} from '../world/ids.ts';
import {describePending} from './activity.ts';
import {authorPosition, inAuthorSources, reviveError} from './author-sources.ts';
import {createDeferred} from './deferred.ts';
import type {ApiCall, ExtensionError, ExtensionLog} from './extension-events.ts';
import {describeMount, grantedOf} from './mount-description.ts';
import type {MountedExtension, MountRequest, SandboxRules} from './mount-request.ts';
import {declaredTools, followTools, startFailure} from './mount-entry.ts';
import type {MountEntry, MountedTool} from './mount-entry.ts';
import {once} from '../../once.ts';

export interface MountListeners {
  readonly onChange: () => void;
  readonly onLog: (log: ExtensionLog) => void;
  readonly onError: (error: ExtensionError) => void;
  readonly onCall: (call: ApiCall) => void;
  readonly onNotice: (notice: Notice) => void;
  /** A mount makes a request. `source` computes the position in the author's code. */
  readonly onRequest: (request: AskedRequest, mount: Mount, source: () => string | null) => void;
}

/** The messages of a page about a mount. */
export type FromMount = Exclude<Extract<FromPage, {mount: string | null}>, {type: 'ask'}>;

/** The extensions that one simulation shows. */
export class Mounts {
  readonly #entries = new Map<string, MountEntry>();
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

  /** Returns the script that is published at a URL. */
  codeAt(url: string): string | undefined {
    for (const {mount, request} of this.#entries.values()) {
      if (mount.scriptUrl === url) return request.bundle.code;
      if (mount.conditions?.scriptUrl === url) return request.conditions?.code;
    }
    return undefined;
  }

  /** The tools that extensions declare at the targets of their mounts. */
  get tools(): readonly MountedTool[] {
    return [...this.#entries.values()].flatMap((entry) =>
      declaredTools(entry).map((tool) => ({
        mount: entry.mount,
        tool,
        isRegistered: entry.tools.has(tool.name),
      })),
    );
  }

  /** Converts an error of a mount, and finds its position in the author's sources. */
  revive(id: string, wire: WireError): {readonly error: Error; readonly source: string | null} {
    const entry = this.#entries.get(id);
    if (entry === undefined) return {error: new Error(wire.message), source: null};
    const error = reviveError(wire, entry);
    return {error, source: authorPosition(error.stack ?? '', entry)};
  }

  hasActivation(id: string, surface: SurfaceName): boolean {
    return this.all.some(({activationId, target}) => activationId === id && surfaceOf(target) === surface);
  }

  /** Whether the merchant has yet to save the extension in the checkout editor. */
  isUnsaved(activation: string): boolean {
    return this.all.some(({activationId, editor}) => activationId === activation && editor === 'unsaved');
  }

  byId(id: string): Mount | undefined {
    return this.#entries.get(id)?.mount;
  }

  /** @throws {SimhostError} `ERR_NOT_DECLARED` */
  async add(request: MountRequest): Promise<MountedExtension> {
    refuseUndeclared(request.declined ?? [], capabilityNames(request.extension.capabilities));
    const id = await this.#ids.uuid();

    const entry: MountEntry = {
      request,
      mount: describeMount(request, this.#rules, id, 1),
      started: createDeferred<void>(),
      isStarting: true,
      returned: createDeferred<unknown>(),
      missing: [],
      tools: new Set(),
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
        const {declined, editor, admin} = entry.mount;
        entry.started.resolve();
        entry.started = createDeferred<void>();
        entry.isStarting = true;
        entry.missing.length = 0;
        entry.tools.clear();
        entry.request = next;
        const described = describeMount({declined, ...next}, this.#rules, id, entry.mount.generation + 1);
        entry.mount = {...described, editor, admin};
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

  /** Changes settings of the mounted extensions. `checkSettings` has checked the change. */
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

  /** Replaces the capabilities of the mounted extensions that the merchant declines. */
  changeDeclined(declined: readonly string[]): void {
    for (const entry of this.#entries.values())
      entry.mount = {...entry.mount, ...grantedOf(entry.request, declined)};
  }

  /** Changes the description of a mount. */
  change(id: string, change: Partial<Pick<Mount, 'admin' | 'changesLimited'>>): void {
    const entry = this.#entries.get(id);
    if (entry !== undefined) entry.mount = {...entry.mount, ...change};
  }

  /**
   * Checks that an extension runs in the checkout editor.
   *
   * @throws {SimhostError} `ERR_BAD_OPTION`
   */
  checkEditor(): void {
    if (this.all.some(({editor}) => editor !== null)) return;
    throw new SimhostError('ERR_BAD_OPTION', 'No mounted extension is in the checkout editor.', {
      next: 'Mount it there first: host.mount(folder, {editor: true}).',
    });
  }

  /** Saves the extensions in the checkout editor. */
  saveEditor(): void {
    for (const entry of this.#entries.values())
      if (entry.mount.editor !== null) entry.mount = {...entry.mount, editor: 'saved'};
  }

  /** Rejects every pending start and value with an error; returns whether there was one. */
  failStarting(error: SimhostError): boolean {
    const starting = [...this.#entries.values()].filter(({isStarting}) => isStarting);
    for (const entry of starting) {
      entry.isStarting = false;
      entry.started.reject(error);
      entry.returned.reject(error);
    }

    return starting.length > 0;
  }

  /** Describes everything that a mount has begun and not finished, in one sentence each. */
  describePending({mount: id, pending}: MountActivity): readonly string[] {
    const entry = this.#entries.get(id);
    if (entry === undefined) return [];

    return pending.map((work) => {
      const place = work.what === 'timer' ? authorPosition(inAuthorSources(work.stack, entry), entry) : null;
      return describePending(work, `Extension "${entry.mount.handle}"`, place);
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
      const {member, args} = message;
      const notice = followTools(entry, member, args);
      if (notice !== null) this.#listeners.onNotice(notice);
      this.#listeners.onCall({handle, target, member, args});
    } else if (message.type === 'log') {
      this.#logged(message.lines, entry);
    } else if (message.type === 'requested') {
      const {request} = message;
      const source = once(() => authorPosition(inAuthorSources(request.stack, entry), entry));
      this.#listeners.onRequest(request, entry.mount, source);
    } else if (message.type === 'notice') {
      const {notice} = message;
      if (notice.code === 'api-member-missing') entry.missing.push(notice);
      if (EXTENSION_NOTICES.includes(notice.code)) this.#listeners.onNotice(notice);
    } else {
      const error = reviveError(message.error, entry);
      const source = authorPosition(error.stack ?? '', entry);
      if (message.type === 'failed') {
        const failure = startFailure(entry, error, source);
        entry.started.reject(failure);
        entry.returned.reject(failure);
      }
      this.#listeners.onError({handle, target, error, source});
    }
  }

  #logged(lines: readonly LogLine[], entry: MountEntry): void {
    for (const {level, text, stack} of lines) {
      // Computed when it is read: most lines are never read, and there may be thousands.
      const source = once(() => authorPosition(inAuthorSources(stack, entry), entry));
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

function fieldsOf({request}: MountEntry): string[] {
  return request.extension.settings.map(({key}) => key);
}

/** Picks the part of a change that concerns the settings of one extension. */
function ownSettings(
  entry: MountEntry,
  change: Readonly<Record<string, Setting | undefined>>,
): Readonly<Record<string, Setting | undefined>> {
  const own = fieldsOf(entry).filter((key) => Object.hasOwn(change, key));
  return Object.fromEntries(own.map((key) => [key, change[key]]));
}
