import {SimhostError} from '../../errors.ts';
import {cloneOutput} from './run-bundle.ts';

/** A function that an extension registers for a tool. */
type ToolHandler = (input: unknown) => unknown;

/** The tools that an extension has registered for the assistant of the admin. */
export class ExtensionTools {
  readonly #handlers = new Map<string, ToolHandler>();
  readonly #awaited = new Map<string, (() => void)[]>();

  /** Registers a tool in place of an earlier one. Returns the function that removes it. */
  register(name: string, handler: ToolHandler): () => void {
    this.#handlers.set(name, handler);
    for (const registered of this.#awaited.get(name) ?? []) registered();
    this.#awaited.delete(name);
    return () => {
      if (this.#handlers.get(name) === handler) this.unregister(name);
    };
  }

  /** Removes a tool, if there is one. */
  unregister(name: string): void {
    this.#handlers.delete(name);
  }

  /** Removes all tools. */
  clear(): void {
    this.#handlers.clear();
  }

  /**
   * Calls a tool, as soon as it is registered.
   *
   * @throws {SimhostError} `ERR_BAD_OUTPUT` for a value that cannot leave the sandbox, and what the tool throws
   */
  async call(name: string, input: unknown): Promise<unknown> {
    const handler = await this.#registered(name);
    if (typeof handler !== 'function')
      throw new SimhostError('ERR_BAD_OUTPUT', `The tool "${name}" was registered without a function.`, {
        next: 'Give one: shopify.tools.register(name, (input) => ({…})).',
      });
    return cloneOutput(name, await handler(input));
  }

  async #registered(name: string): Promise<unknown> {
    if (!this.#handlers.has(name)) {
      const waiting = this.#awaited.get(name) ?? [];
      await new Promise<void>((resolve) => this.#awaited.set(name, [...waiting, resolve]));
    }
    return this.#handlers.get(name);
  }
}
