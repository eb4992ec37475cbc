import type {Expectation} from '../core/cases/case.ts';
import type {OutgoingRequest} from '../core/cases/outgoing-request.ts';
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
  /** What the request gets that the answer is held against; `null` where the case has no such. */
  readonly control: Reply | null;
  /** What the step before got; `null` where there is none. */
  readonly before: Reply | null;
  readonly controls: Controls;
  readonly config: Pick<AuditConfig, 'url' | 'accepts' | 'hasCustomAcceptance'>;
  /** Whether the status of refusals is this case's own matter; elsewhere the one that the backend always gives is right. */
  readonly strictStatus: boolean;
}

/** One thing that is wrong with an answer. */
export interface Fault {
  readonly aspect: Aspect;
  /** What a correct backend does. */
  readonly expected: string;
  /** Said in front of what came back. */
  readonly remark?: string;
}

/** `leak` and `stack` are faults of a backend's refusals as such, not of one case. */
export type Aspect = 'failure' | 'verdict' | 'follows' | 'leak' | 'stack' | 'header' | 'status';
