import {redact} from '../../redact.ts';
import type {Turn, Verdict} from '../../wire/verdict.ts';

/** The sides, as they follow "To change:". */
const SIDES: Readonly<Record<Exclude<Turn, 'nobody'>, string>> = {
  extension: 'the extension or page that sent it',
  backend: 'the backend',
  'set-up': 'the set-up of simhost',
};

/**
 * Writes a verdict as text: what happened and why, then whose turn it is and the next step on a line of its
 * own. The extension is named with the line of its code, if that is known.
 */
export function describeVerdict({headline, cause, turn, fix}: Verdict, source: string | null = null): string {
  const sentence = ended(`${headline}: ${cause}`);
  const line = turn === 'extension' && source !== null ? ` (${source})` : '';
  const side = turn === 'nobody' ? null : `To change: ${SIDES[turn]}${line}.`;

  const next = [side, fix].filter((part) => part !== null).join(' ');
  return printable(next === '' ? sentence : `${sentence}\n${next}`);
}

/** Writes what happened and why, without the next step. */
export function describeEvent({headline, cause}: Pick<Verdict, 'headline' | 'cause'>): string {
  return printable(`${headline}: ${cause}`);
}

/** Takes secrets out of a verdict. */
export function redactVerdict({headline, cause, turn, fix}: Verdict, secrets: readonly string[]): Verdict {
  return {
    headline: redact(headline, secrets),
    cause: redact(cause, secrets),
    turn,
    fix: fix === null ? null : redact(fix, secrets),
  };
}

/** Takes out control characters but line breaks: a cause may quote claims, which must not steer a terminal. */
function printable(text: string): string {
  return text.replace(/[^\P{Cc}\n]/gu, '\uFFFD');
}

function ended(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}
