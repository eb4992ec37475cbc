import {SimhostError} from '../errors.ts';
import {shown} from '../shown-value.ts';
import {isRecord} from '../records.ts';
import {refuseUnknownKeys} from '../known-values.ts';
import type {SimulationCore} from '../core/simulation/simulation-core.ts';
import type {MountedTool} from '../core/simulation/mount-entry.ts';
import {schemaMismatch} from '../node/extension/json-schema.ts';

/** Options of `host.tools.call`. */
export interface ToolCallOptions {
  /** The handle of the extension. Needed if several mounted extensions declare the tool. */
  handle?: string;
  /** Milliseconds that the call may take. Default: until shortly before the test's own timeout. */
  timeout?: number;
}

/** Waits for a call as long as the test may wait. */
type Wait = <T>(work: Promise<T>, explain: (waited: number) => Error, timeout?: number) => Promise<T>;

/**
 * The tools that mounted extensions offer the assistant of the admin.
 *
 * @see https://shopify.dev/docs/apps/build/sidekick/build-app-data
 * @example
 * ```ts
 * import {test, expect} from 'simhost/playwright';
 *
 * test('the assistant finds notes', async ({host}) => {
 *   await host.mount('extensions/note-tools', {target: 'admin.app.tools.data'});
 *   expect(await host.tools.call('search_notes', {query: 'gift'})).toEqual({results: []});
 * });
 * ```
 */
export class ExtensionTools {
  readonly #simulation: SimulationCore;
  readonly #wait: Wait;

  /** @internal */
  constructor(simulation: SimulationCore, wait: Wait) {
    this.#simulation = simulation;
    this.#wait = wait;
  }

  /**
   * The names of the tools that are declared and registered now.
   *
   * @example
   * ```ts
   * await expect.poll(() => host.tools.names).toContain('delete_note');
   * ```
   */
  get names(): readonly string[] {
    return this.#simulation.extensions.tools.names;
  }

  /**
   * Calls a tool as the assistant does, as soon as the extension has registered it.
   *
   * A result that does not fit `outputSchema` is the notice `tool-output-unfit`.
   *
   * @param name the name in the file of tools
   * @param input fits `inputSchema` of the tool. Default: `{}`
   * @returns the result of the tool
   * @throws {SimhostError} `ERR_UNKNOWN_TOOL`, `ERR_BAD_TOOL_INPUT`, `ERR_TOOL_FAILED` with what the tool threw,
   *   `ERR_NO_TOOL_RESULT` if it is not registered or does not end in time, `ERR_BAD_OUTPUT`
   * @example
   * ```ts
   * const {results} = await host.tools.call<{results: object[]}>('search_notes', {query: 'gift'});
   * ```
   */
  async call<Output = unknown>(
    name: string,
    input: Readonly<Record<string, unknown>> = {},
    options: ToolCallOptions = {},
  ): Promise<Output> {
    refuseUnknownKeys('tools.call', options, ['handle', 'timeout']);
    const {tools} = this.#simulation.extensions;
    const found = tools.find(name, options.handle);
    await refuseUnfit(found, input);

    const output = await this.#wait(
      tools.call(found, input),
      (waited) => this.#noResult(found, waited),
      options.timeout,
    );
    await this.#noticeUnfit(found, output);
    return output as Output;
  }

  #noResult({tool: {name}, mount}: MountedTool, waited: number): SimhostError {
    const {names} = this;
    const isRegistered = names.includes(name);
    const seconds = Math.round(waited / 100) / 10;
    const cause = isRegistered ? 'did not end' : 'was not registered';
    const registered = names.length === 0 ? 'none' : names.join(', ');

    return new SimhostError(
      'ERR_NO_TOOL_RESULT',
      `The tool "${name}" of "${mount.handle}" ${cause} within ${seconds} s.`,
      {
        next: isRegistered
          ? 'Look for a promise in the tool that does not resolve.'
          : `Call shopify.tools.register("${name}", …) at ${mount.target}. Registered: ${registered}.`,
      },
    );
  }

  async #noticeUnfit({tool: {name, outputSchema}, mount}: MountedTool, output: unknown): Promise<void> {
    const mismatch = isRecord(output)
      ? outputSchema && (await schemaMismatch(outputSchema, output))
      : `it is ${shown(output)}`;
    if (mismatch == null) return;

    this.#simulation.notices.add({
      code: 'tool-output-unfit',
      message: `The result of the tool "${name}" of "${mount.handle}" does not fit what it declares: ${mismatch}.`,
      next: 'Return an object that fits "outputSchema".',
    });
  }
}

/** @throws {SimhostError} `ERR_BAD_TOOL_INPUT` for an input that the assistant would not give */
async function refuseUnfit({tool, mount}: MountedTool, input: unknown): Promise<void> {
  const mismatch = await schemaMismatch(tool.inputSchema, input);
  if (mismatch === null) return;

  throw new SimhostError(
    'ERR_BAD_TOOL_INPUT',
    `The input of the tool "${tool.name}" does not fit "inputSchema" of "${mount.handle}": ${mismatch}.`,
    {next: 'Give an input that fits. The assistant gives no other.'},
  );
}
