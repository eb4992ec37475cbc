import type {CaseStep} from '../core/cases/case.ts';
import {caseOf} from '../core/cases/catalogue.ts';
import {auditLine, secretsRequired} from './audit-line.ts';
import {outgoing} from './backend.ts';
import {mintLine} from './mint-line.ts';
import type {AuditConfig} from './options.ts';
import type {Found} from './outcome.ts';
import {derivedFrom} from './sent-tokens.ts';
import {headerFromEnvironment, interpolated, inTurn} from './shell.ts';
import type {Variable} from './shell.ts';

/**
 * A shell line that sends a case again: it mints what it needs into variables, and takes secrets from the environment. Where
 * a token is of a platform that runs elsewhere, or none that a command can mint, or leads to the audit's own server, an audit of the case alone sends it again.
 */
export function curlOf({run, jtis, now}: Pick<Found, 'run' | 'jtis' | 'now'>, config: AuditConfig): string {
  const {id, variant, steps, tokens} = run;
  if (
    derivedFrom(run).length > 0 ||
    steps.some(({request}) => request.via !== undefined) ||
    caseOf(id).needs === 'forgerServer'
  )
    return auditLine(id, config);

  const sent = [...new Set(tokens)].filter((token) => steps.some(({request}) => isIn(token, request)));
  const variables = sent.map((text, index) => ({text, name: index === 0 ? 'TOKEN' : `TOKEN${index + 1}`}));
  const minted: string[] = [];

  for (const {text, name} of variables) {
    const command = mintLine({token: text, id, variant, jtis, now}, config);
    if (command === null) return auditLine(id, config);
    minted.push(`${name}="$(${command})"`);
  }

  const guards = minted.length === 0 ? [] : secretsRequired(config);
  return inTurn([...guards, ...minted, ...steps.map((step) => curl(step, config, variables))]);
}

function isIn(token: string, {headers, query, body}: CaseStep['request']): boolean {
  return [...headers, ...query].some(([, value]) => value.includes(token)) || body?.includes(token) === true;
}

function curl(
  {request, after}: CaseStep,
  {url: base, secretHeaders}: AuditConfig,
  variables: readonly Variable[],
): string {
  const {method, url, body} = outgoing(base, request);
  const headers = request.headers.map((line) => {
    const [name, value] = line;
    const variable = secretHeaders.variableOf(line);
    if (variable !== null) return `-H ${headerFromEnvironment(name, variable)}`;
    return `-H ${interpolated(value === '' ? `${name};` : `${name}: ${value}`, variables)}`;
  });

  const parts = [
    // A URL as it is: without -g, brackets in it stand for several.
    'curl -g -sS -i',
    ...methodFlags(method, body !== undefined),
    ...headers,
    ...(body === undefined ? [] : [`--data-binary ${interpolated(body, variables)}`]),
    interpolated(url.href, variables),
  ];

  return inTurn([...(after === undefined ? [] : [`sleep ${after}`]), parts.join(' ')]);
}

function methodFlags(method: string, hasBody: boolean): readonly string[] {
  if (method === 'HEAD') return ['--head'];
  return method === 'GET' && !hasBody ? [] : [`-X ${method}`];
}
