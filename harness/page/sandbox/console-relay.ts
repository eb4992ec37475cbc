import {redact} from '../../redact.ts';
import type {LogLevel} from '../../wire/control.ts';
import type {LogRelay} from './log-relay.ts';
import {replaceGlobal} from './natives.ts';

const LEVELS: readonly LogLevel[] = ['debug', 'log', 'info', 'warn', 'error'];

/**
 * Replaces the extension's console: lines go to the page and to the browser's own console. `onError` receives
 * an error that is logged without other arguments.
 */
export function relayConsole(native: Console, relay: LogRelay, onError: (error: Error) => void): void {
  const relayed = LEVELS.map((level): [LogLevel, (...args: unknown[]) => void] => [
    level,
    (...args) => {
      const [only, ...rest] = args;
      if (level === 'error' && only instanceof Error && rest.length === 0) onError(only);

      relay.add(level, redact(args.map(describeLogged).join(' ')), () => native[level](...args));
    },
  ]);

  replaceGlobal('console', {...native, ...Object.fromEntries(relayed)});
}

/** Formats a logged value as a string. */
export function describeLogged(value: unknown): string {
  if (typeof value === 'string') return value;
  if (value instanceof Error)
    return value.stack?.includes(value.message) === true ? value.stack : `${value.name}: ${value.message}`;
  if (typeof value === 'function') return `[function ${value.name}]`;
  if (typeof value !== 'object' || value === null) return String(value);

  try {
    return JSON.stringify(value) ?? Object.prototype.toString.call(value);
  } catch {
    return Object.prototype.toString.call(value);
  }
}
