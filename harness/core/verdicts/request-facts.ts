import type {Expectation} from '../cases/case.ts';
import {redact} from '../../redact.ts';
import type {AnswerFacts, CorsFacts, ExpectedAnswer} from '../../wire/request-facts.ts';
import {type Answer, type Intended, judgePreflight, judgeResponse, warnPreflight} from './cors-protocol.ts';

/** Reads the facts of an answered preflight. */
export function corsOfPreflight(intended: Intended, answer: Answer): CorsFacts {
  return {
    ...allowances(answer),
    asked: intended.headers,
    readable: judgePreflight(intended, answer) === null,
    warning: warnPreflight(intended, answer),
  };
}

/** Reads the facts of a request to another origin: those of its preflight, if there was one, and of its answer. */
export function corsOfRequest(
  {origin, credentials, headers}: Pick<Intended, 'origin' | 'credentials' | 'headers'>,
  {preflight, answer}: {readonly preflight: Answer | null; readonly answer: Answer | null},
): CorsFacts {
  const asked = {origin, credentials};
  return {
    ...(preflight === null ? NOT_ALLOWED : allowances(preflight)),
    asked: headers,
    allowOrigin: answer?.headers.get('access-control-allow-origin') ?? null,
    readable: answer === null ? null : judgeResponse(asked, answer.headers) === null,
    warning: null,
  };
}

/** Reads the headers and the type of an answer. Cookies and secrets are hidden. */
export function answerFacts(headers: Headers, secrets: readonly string[]): AnswerFacts {
  const type = headers.get('content-type')?.split(';')[0]?.trim().toLowerCase() ?? null;
  const shown = [...headers].map(
    ([name, value]) => [name, redact(shownValue(name, value), secrets)] as const,
  );
  return {headers: shown, type: type === '' ? null : type, size: null, body: null};
}

/** Judges the status of an answer by the case of its request. `null` is the status before there is an answer. */
export function expectedAnswer({verdict, statuses}: Expectation, status: number | null): ExpectedAnswer {
  const isAccepted = status !== null && status < 400;
  const isRefused = status !== null && status >= 400 && status < 500;
  const isRight = verdict === 'accept' ? isAccepted : isRefused;
  return {verdict, statuses, isRight: status === null || verdict === 'either' ? null : isRight};
}

const NOT_ALLOWED = {status: null, allowOrigin: null, allowMethods: null, allowHeaders: null};

function allowances({status, headers}: Answer): Omit<CorsFacts, 'asked' | 'readable' | 'warning'> {
  return {
    status,
    allowOrigin: headers.get('access-control-allow-origin'),
    allowMethods: headers.get('access-control-allow-methods'),
    allowHeaders: headers.get('access-control-allow-headers'),
  };
}

/** Hides the value of a cookie; its name and attributes are shown. */
function shownValue(name: string, value: string): string {
  return name === 'set-cookie' ? value.replace(/^([^=;]*)=[^;]*/, '$1=<hidden>') : value;
}
