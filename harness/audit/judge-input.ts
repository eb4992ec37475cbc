import type {Expectation} from '../core/cases/case.ts';
import type {OutgoingRequest} from '../core/cases/outgoing-request.ts';
import type {App} from '../core/world/app.ts';
import type {Controls} from './controls.ts';
import type {Reply} from './http-sender.ts';
import type {AuditConfig} from './options.ts';

export interface JudgeInput {
  readonly expects: Expectation;
  readonly request: Pick<OutgoingRequest, 'headers' | 'query' | 'own' | 'control'>;
  readonly reply: Reply;
  /** Every token that was sent. */
  readonly tokens: readonly string[];
  readonly forged: readonly string[];
  /** The answer to the request that is compared, or `null` if the case has none. */
  readonly control: Reply | null;
  /** The answer to the step before, or `null` for the first one. */
  readonly before: Reply | null;
  /** The app under test. */
  readonly app: Pick<App, 'clientId'>;
  readonly controls: Pick<Controls, 'stable' | 'refusal'>;
  readonly config: Pick<AuditConfig, 'url' | 'accepts' | 'hasCustomAcceptance'>;
  /** Whether a bounce refuses the request: it asks an embedded app for a document, as all requests without a header do. */
  readonly mayBounce: boolean;
  /** Whether the status of refusals is this case's own matter; elsewhere the one that the backend always gives is right. */
  readonly strictStatus: boolean;
}

/** A fault of an answer. */
export interface Fault {
  readonly aspect: Aspect;
  /** The answer of a correct backend. */
  readonly expected: string;
  /** Said in front of what came back. */
  readonly remark?: string;
}

/** `leak` and `stack` are faults of a backend's refusals as such, not of one case. */
export type Aspect = 'failure' | 'verdict' | 'follows' | 'leak' | 'stack' | 'header' | 'status';
