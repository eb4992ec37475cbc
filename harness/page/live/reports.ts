import {callerStack} from '../../wire/asked-request.ts';
import type {LogLevel} from '../../wire/control.ts';
import {DEED_EVENT, type Deed} from '../../wire/deed.ts';
import {livePage, report} from './asking.ts';

const LEVELS: readonly LogLevel[] = ['debug', 'log', 'info', 'warn', 'error'];
const LONGEST = 2000;

/** The lines of Vite's own client. */
const OF_VITE = /^\[vite\]/;

/** Reports what the page writes to its console, its errors, what the browser blocks, and what a person does. */
export function reportEverything(): void {
  for (const level of LEVELS) reportLines(level);
  reportErrors();

  // Behind a gateway, the policy is the author's own.
  if (livePage.base !== null) reportBlocked();
  reportDeeds();
}

function reportBlocked(): void {
  document.addEventListener('securitypolicyviolation', ({blockedURI: url, effectiveDirective: directive}) =>
    report({type: 'blocked', url, directive}),
  );
}

/** Reports the errors that no code of the page has caught. */
export function reportErrors(): void {
  addEventListener('error', ({error, message}) => reportError(error, message));
  addEventListener('unhandledrejection', ({reason}) => reportError(reason, String(reason)));
}

/** Reports what a person does, for copied tests. */
export function reportDeeds(): void {
  document.addEventListener(DEED_EVENT, (event) =>
    report({type: 'deed', deed: (event as CustomEvent<Deed>).detail}),
  );
}

function reportLines(level: LogLevel): void {
  const real = console[level];
  console[level] = new Proxy(real, {
    apply: (_, self, given: readonly unknown[]) => {
      const text = given.map(textOf).join(' ').slice(0, LONGEST);
      if (!OF_VITE.test(text)) report({type: 'log', level, text, stack: callerStack()});
      Reflect.apply(real, self, given);
    },
  });
}

function reportError(thrown: unknown, otherwise: string): void {
  const {name, message, stack = ''} = thrown instanceof Error ? thrown : {name: 'Error', message: otherwise};
  report({type: 'error', name, message: message.slice(0, LONGEST), stack});
}

function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  if (value instanceof Error) return `${value.name}: ${value.message}`;

  try {
    return JSON.stringify(value) ?? String(value);
  } catch {
    return String(value);
  }
}
