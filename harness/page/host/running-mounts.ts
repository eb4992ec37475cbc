import {SimhostError} from '../../errors.ts';
import type {Mount, PageState} from '../../wire/control.ts';
import type {ToolCall} from '../../wire/tool-call.ts';
import type {RunningMount} from './running-mount.ts';

/** The part of a running mount that the page controls. */
export type ControlledMount = Pick<
  RunningMount,
  | 'container'
  | 'generation'
  | 'settled'
  | 'update'
  | 'navigated'
  | 'activity'
  | 'document'
  | 'callTool'
  | 'report'
  | 'stop'
  | 'remove'
>;

export interface RunningMountsDeps {
  /** Creates a container where the mount belongs. */
  place(mount: Mount): HTMLElement;
  /** Opens the dialog around a container, if it has one. */
  reveal(container: HTMLElement): void;
  /** Starts the mount in its container. */
  create(container: HTMLElement, mount: Mount, state: PageState): ControlledMount;
}

/** The mounts of the page by id, each with its own sandbox. */
export class RunningMounts {
  readonly #deps: RunningMountsDeps;
  readonly #running = new Map<string, ControlledMount>();

  constructor(deps: RunningMountsDeps) {
    this.#deps = deps;
  }

  get all(): readonly ControlledMount[] {
    return [...this.#running.values()];
  }

  get(id: string): ControlledMount | undefined {
    return this.#running.get(id);
  }

  /** Calls a tool that the extension of a mount registers. */
  async callTool({mount: id, name, input}: ToolCall): Promise<unknown> {
    const mount = this.#running.get(id);
    if (mount === undefined) throw new SimhostError('ERR_STOPPED', 'The extension is not on the page.');
    return mount.callTool(name, input);
  }

  /** Starts, updates and removes mounts until they equal those of a state. */
  async reach(state: PageState): Promise<void> {
    for (const [id, mount] of this.#running) {
      if (state.mounts.some((each) => each.id === id)) continue;
      mount.remove();
      this.#running.delete(id);
    }

    await Promise.all(
      state.mounts.map(async (mount) => {
        const known = this.#running.get(mount.id);
        if (known?.generation === mount.generation) await known.update(mount, state);
        else this.start(mount, state);
      }),
    );
  }

  /** Starts a mount. A restart uses the container of the earlier start. */
  start(mount: Mount, state: PageState): void {
    const earlier = this.#running.get(mount.id);
    earlier?.stop();

    const container = earlier?.container ?? this.#deps.place(mount);
    this.#deps.reveal(container);
    this.#running.set(mount.id, this.#deps.create(container, mount, state));
  }
}
