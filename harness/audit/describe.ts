import type {CaseStep} from '../core/cases/case.ts';
import {outgoing} from './backend.ts';
import type {Answer, Reply} from './http-sender.ts';
import type {AuditConfig} from './options.ts';
import type {Redactor} from './redactor.ts';

/** The requests of a case, and the facts needed to describe them. */
export interface Sent {
  readonly steps: readonly CaseStep[];
  readonly tokens: readonly string[];
  /** Ids that were drawn for the tokens. */
  readonly jtis: readonly string[];
  /** Seconds since 1970 at which the tokens were made. */
  readonly now: number;
}

/** The requests, and the parts of the tokens in them, in words that are the same in each run. */
export function describeSent(
  {url: base, secretHeaders}: Pick<AuditConfig, 'url' | 'secretHeaders'>,
  {steps, tokens, jtis, now}: Sent,
  redactor: Redactor,
): string {
  const shown = (text: string): string => clip(redactor.redact(text, tokens), 200);
  const requests = steps.map(({request, after}) => {
    const {method, url, body} = outgoing(base, request);
    const later = after === undefined ? '' : `after ${after} s `;
    return [
      `${later}${method} ${shown(`${url.pathname}${url.search}`)}`,
      ...request.headers.map(
        (line) => `${line[0]}: ${secretHeaders.variableOf(line) === null ? shown(line[1]) : '<secret>'}`,
      ),
      ...(body === undefined ? [] : [`body ${shown(body)}`]),
    ].join(', ');
  });

  const described = [...new Set(tokens)].map((token) => redactor.redact(describeToken(token, now), tokens));
  const text = [...requests, ...described].join('; ');
  return jtis.reduce(
    (clean, jti) => clean.replaceAll(jti, '…').replaceAll(jti.replaceAll('-', ''), '…'),
    text,
  );
}

/** Status and body, or what came instead. */
export function describeReply(reply: Reply, tokens: readonly string[], redactor: Redactor): string {
  if ('failure' in reply) return `no answer: ${redactor.redact(reply.failure, tokens)}`;
  return [String(reply.status), location(reply), clip(oneLine(redactor.redact(reply.body, tokens)), 200)]
    .filter((part) => part !== '')
    .join(' ');

  function location({headers}: Answer): string {
    const value = headers.get('location');
    return value === null ? '' : `to ${redactor.redact(value, tokens)}`;
  }
}

/** Nothing in it moves a terminal's cursor. */
function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim().replaceAll(/\p{C}/gu, '\u{FFFD}');
}

function describeToken(token: string, now: number): string {
  const [header = '', claims, ...rest] = token.split('.');
  if (claims === undefined || header === '')
    return `a token that is ${token.length < 16 ? JSON.stringify(token) : `one part of ${token.length} characters`}`;
  const parts = rest.length === 1 ? '' : `, ${rest.length + 2} parts`;
  return `token with header ${clip(read(header), 240)}, claims ${clip(relative(read(claims), now), 400)}${parts}`;
}

function read(part: string): string {
  return Buffer.from(part, 'base64url').toString().replaceAll(/\p{C}/gu, '\u{FFFD}');
}

/** Moments as their distance from now: what matters, and the same in each run. */
function relative(json: string, now: number): string {
  return json
    .replaceAll(/\b\d{4}-\d\d-\d\dT[\d:.]+Z/g, (text) =>
      Number.isNaN(Date.parse(text)) ? text : `${fromNow(Date.parse(text) / 1000, now)} in ISO 8601`,
    )
    .replaceAll(/(?<![\w.+-])\d{10}(\.\d+)?(?![\w.])/g, (text) =>
      isNear(Number(text), now) ? fromNow(Number(text), now) : text,
    )
    .replaceAll(/(?<![\w.+-])\d{13}(?![\w.])/g, (text) =>
      isNear(Number(text) / 1000, now) ? `${fromNow(Number(text) / 1000, now)} in ms` : text,
    );
}

function isNear(seconds: number, now: number): boolean {
  return Math.abs(seconds - now) < TWO_YEARS;
}

const TWO_YEARS = 2 * 366 * 86_400;

function fromNow(seconds: number, now: number): string {
  const difference = Math.round((seconds - now) * 1000) / 1000;
  return difference === 0 ? 'now' : `now${difference > 0 ? '+' : ''}${difference}`;
}

function clip(text: string, length: number): string {
  return text.length <= length ? text : `${text.slice(0, length)}… (${text.length} characters)`;
}
