import type {AdminPage, AdminSimulation, AdminState, FrameEvent} from '../../wire/admin.ts';
import type {Activity} from '../../wire/activity.ts';
import {connect, type Port, type Remote} from '../../wire/rpc.ts';
import {Listeners} from './listeners.ts';

/** A call of App Bridge that a person sees the effect of. */
export interface AdminCall {
  /** The path of the member on `shopify`, for example `toast.show`. */
  readonly member: string;
  /** The arguments, as plain data. */
  readonly args: readonly unknown[];
}

/** The parts of a simulation that the admin's pages need. */
export type AdminPagesDeps = Omit<AdminSimulation, 'start' | 'frame' | 'called'> & {
  /** Returns the facts that the pages show. */
  state(): AdminState;
};

/** The admin's pages of one simulation. */
export class AdminPages {
  /** The events of the app's frames. */
  readonly frames: Listeners<FrameEvent> = new Listeners();
  /** The calls of App Bridge. */
  readonly calls: Listeners<AdminCall> = new Listeners();
  readonly #deps: AdminPagesDeps;
  readonly #pages = new Set<Remote<AdminPage>>();
  #idTokens = 0;

  /** Creates the pages from the parts of a simulation. */
  constructor(deps: AdminPagesDeps) {
    this.#deps = deps;
  }

  /** The number of ID tokens that App Bridge has asked for. */
  get idTokens(): number {
    return this.#idTokens;
  }

  /** Connects an admin's page that has proved that it knows the simulation's id. Returns the function that ends it. */
  connect(port: Port): () => void {
    const {state, idToken, ...deps} = this.#deps;
    const ours: AdminSimulation = {
      ...deps,
      start: () => state(),
      idToken: (renew) => {
        this.#idTokens++;
        return idToken(renew);
      },
      frame: (event) => this.frames.notify(event),
      called: (member, args) => this.calls.notify({member, args}),
    };

    const {theirs, close} = connect<AdminPage>(port, ours);
    this.#pages.add(theirs);
    return () => {
      this.#pages.delete(theirs);
      close();
    };
  }

  /** Sends the newest state to all pages. Resolves when they show it. */
  async update(): Promise<void> {
    const state = this.#deps.state();
    await Promise.allSettled([...this.#pages].map((page) => page.update(state)));
  }

  /**
   * Asks every page what the documents of the app have begun and not finished. A document that does not answer
   * within `patience` milliseconds is reported as silent; a page that has gone reports nothing.
   */
  async activity(patience: number): Promise<readonly Activity[]> {
    const answers = await Promise.all(
      [...this.#pages].map((page) => page.activity(patience).catch(() => [])),
    );
    return answers.flat();
  }

  /** Loads all pages again. */
  async reload(): Promise<void> {
    await Promise.allSettled([...this.#pages].map((page) => page.reload()));
  }
}
