/** The part of a project that init looks at: an extension at one target, a Mini, an app, a store or an ordinary page. */
export type LookedAt =
  | {
      readonly kind: 'extension';
      /** An absolute path. */
      readonly folder: string;
      readonly target: string;
      /** Whether the target returns a value instead of rendering. */
      readonly isRun: boolean;
      /** Whether a condition can hide it. */
      readonly hasCondition: boolean;
      readonly handle: string;
    }
  | {
      readonly kind: 'mini';
      /** An absolute path. */
      readonly folder: string;
    }
  | {readonly kind: 'app' | 'storefront'}
  | {readonly kind: 'page'; readonly url: string};

/** A command that starts the backend of an origin. */
export interface BackendCommand {
  readonly command: string;
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Milliseconds that the start may take. */
  readonly startTimeout?: number;
}

/** A look at a part, in one situation. */
export interface LookTask {
  /** The title of the test that looks. */
  readonly id: string;
  readonly part: LookedAt;
  readonly backends: Readonly<Record<string, BackendCommand>>;
  /** The VTEX account of a store. */
  readonly account?: string;
  /** The instant at which the clock is stopped, or `null` for real time. */
  readonly frozenAt: string | null;
}

/** Something that a part shows: a control with its name, or a string. */
export type SeenContent =
  | {readonly kind: 'role'; readonly role: string; readonly name: string}
  | {readonly kind: 'text'; readonly text: string};

/** A request of a part. */
export interface SeenRequest {
  readonly method: string;
  readonly url: string;
  readonly status: number | null;
  readonly outcome: string;
  /** The claim of its token that names the customer or the shop, or `null` without a token. */
  readonly token: Readonly<Record<string, string>> | null;
}

/** The name of the attachment with a `Look`. */
export const LOOK_ATTACHMENT = 'simhost-look';

/** The variable that names the file with the array of `LookTask`. */
export const LOOK_VARIABLE = 'SIMHOST_FIRST_LOOK';

/** The content and the requests of a part, as far as the test came. */
export interface Look {
  readonly content: readonly SeenContent[];
  /** Whether there is any text at all. */
  readonly hasText: boolean;
  /** Whether the page hides it, because its condition says so. */
  readonly isHidden: boolean;
  /** The value that a target returned, as JSON; `null` for `undefined`, and for a target that renders. */
  readonly value: string | null;
  readonly requests: readonly SeenRequest[];
  /** The problems of requests that the platform answered, each with the fix. */
  readonly problems: readonly string[];
}
