import type {ConsoleMessage, Page} from '@playwright/test';
import type {ExtensionLog} from '../../core/simulation/extension-events.ts';
import type {SimulationEvents} from '../../core/simulation/simulation-events.ts';
import {messageOf, SimhostError} from '../../errors.ts';
import type {LogLevel} from '../../wire/control.ts';
import {Recorder} from './recorder.ts';
import type {Watch} from './recorder.ts';

/** A line that a page wrote to its console. */
export interface PageLog {
  /** The level: `debug`, `log`, `info`, `warn` or `error`. */
  readonly level: LogLevel;
  /** The arguments of the call, as one line. */
  readonly text: string;
}

/** Console lines to look for: part of the text, a pattern, or either with a level. */
export type LogMatch = string | RegExp | ExpectedLog;

/** A console line to look for. */
export interface ExpectedLog {
  /** The level of the line. Default: any level. */
  level?: LogLevel;
  /** Part of the text, or a pattern. Default: any text. */
  text?: string | RegExp;
}

/**
 * The lines that an extension, a Mini or a store's page wrote to its console, oldest first.
 *
 * @example
 * ```ts
 * import {test} from 'simhost/playwright';
 *
 * test('the extension warns about an empty order', async ({host}) => {
 *   await host.mount('extensions/loyalty');
 *   await host.logs.waitFor({level: 'warn', text: 'no lines'});
 * });
 * ```
 */
export class Logs<Entry extends PageLog> extends Recorder<Entry, LogMatch> {
  readonly #lines: Entry[] = [];

  /** All lines, oldest first. */
  override get all(): readonly Entry[] {
    return this.#lines;
  }

  /** @internal */
  add(line: Entry): void {
    this.#lines.push(line);
    this.changed();
  }

  protected override fits({level, text}: Entry, match: LogMatch): boolean {
    const wanted = typeof match === 'string' || match instanceof RegExp ? {text: match} : match;
    if (wanted.level !== undefined && wanted.level !== level) return false;

    return wanted.text === undefined || includes(text, wanted.text);
  }

  protected override written(match: LogMatch): string {
    return `logs.waitFor(${describeMatch(match)})`;
  }

  protected override notFound(match: LogMatch, timeout: number): SimhostError {
    const newest = this.#lines.slice(-LINES_SHOWN).map(({level, text}) => `  ${level}: ${text}`);
    return new SimhostError(
      'ERR_NO_SUCH_LOG',
      `No console line matched ${describeMatch(match)} within ${timeout} ms.`,
      {
        next: newest.length === 0 ? 'Nothing was written.' : `The newest lines:\n${newest.join('\n')}`,
      },
    );
  }
}

/** Lines of the console that an error quotes. */
const LINES_SHOWN = 10;

/** Records what extensions write. */
export function extensionLogs(events: Pick<SimulationEvents, 'logs'>, watch: Watch): Logs<ExtensionLog> {
  const logs = new Logs<ExtensionLog>(watch);
  events.logs.subscribe((log) => logs.add(log));
  return logs;
}

/** Records what a page writes. */
export function pageLogs(page: Page, watch: Watch): Logs<PageLog> {
  const logs = new Logs<PageLog>(watch);
  page.on('console', (message) => logs.add({level: levelOf(message), text: messageOf(message.text())}));
  return logs;
}

/** Playwright has more types of messages than the console has levels. */
function levelOf(message: ConsoleMessage): LogLevel {
  const type = message.type();
  if (type === 'warning') return 'warn';
  return type === 'error' || type === 'info' || type === 'debug' ? type : 'log';
}

function includes(text: string, wanted: string | RegExp): boolean {
  return typeof wanted === 'string' ? text.includes(wanted) : text.search(wanted) !== -1;
}

function describeMatch(match: LogMatch): string {
  if (typeof match === 'string') return JSON.stringify(match);
  if (match instanceof RegExp) return String(match);

  const {level, text} = match;
  return [level, text === undefined ? undefined : describeMatch(text)]
    .filter((part) => part !== undefined)
    .join(' ');
}
