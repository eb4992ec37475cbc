/**
 * The channel between a console of `simhost dev` and its simulation: one WebSocket, JSON text frames, at `CONSOLE_PATH`
 * of the console's own origin. A console gets neither the page's secret nor the address of the forward route. The URL of
 * a Mini or a store has the key of that page, because the console shows it in a frame.
 */
import type {ClockState, PartySkews} from '../clock.ts';
import type {WireError} from './control.ts';
import type {ChangeTopic, JournalEntry} from './journal.ts';
import type {PageLook} from './page-look.ts';
import type {RequestDetail} from './request-detail.ts';

export const CONSOLE_PATH = '/.simhost/console';

/** The largest frame that a console may send, in bytes. */
export const LARGEST_CONSOLE_FRAME = 65_536;

/** The requests that a console keeps, and that the journal keeps. */
export const KEPT_ENTRIES = 2000;

export type FromConsole =
  /**
   * Opens the channel, after the server's challenge. `since` is the number of the newest entry that the console has,
   * or 0, and `run` the start that it comes from.
   */
  | {
      readonly type: 'hello';
      readonly proof: string;
      readonly since: number;
      readonly run: string | null;
      readonly isWindow: boolean;
    }
  /** A folded console gets counts only. */
  | {readonly type: 'watch'; readonly folded: boolean}
  | {readonly type: 'do'; readonly id: number; readonly verb: string; readonly arg: unknown}
  | {readonly type: 'get'; readonly id: number; readonly what: string; readonly key: unknown}
  /** Asks for a whole token, for the clipboard. Only a click of a person sends it. */
  | {readonly type: 'reveal'; readonly id: number; readonly token: number};

export type ToConsole =
  | {readonly type: 'welcome'; readonly welcome: ConsoleWelcome}
  | {readonly type: 'state'; readonly state: ConsoleState}
  /** New and changed entries, at most 20 times a second, and the number of tokens that were given out so far. */
  | {readonly type: 'events'; readonly list: readonly JournalEntry[]; readonly tokens: number}
  /** Instead of `events` while the console is folded, at most once a second. */
  | {readonly type: 'counts'; readonly problems: number; readonly errors: number}
  | {readonly type: 'answer'; readonly id: number; readonly value: unknown}
  | {readonly type: 'refusal'; readonly id: number; readonly error: WireError};

/** The facts that do not change while `simhost dev` runs. */
export interface ConsoleWelcome {
  readonly version: string;
  /** A value that is new after each start, so that a console notices a restart. */
  readonly run: string;
  /** The folders, as the author wrote them. */
  readonly folders: readonly string[];
  readonly people: readonly {readonly name: string; readonly label: string; readonly note: string}[];
  readonly noun: ShownNoun;
  /** The URL of the page in the frame; `null` for the host page, at the port of the console, and for a page without a frame. */
  readonly page: string | null;
}

/** The name of the code on the page, in texts. */
export type ShownNoun = 'extension' | 'Mini' | 'store' | 'page' | 'app';

/** A field of the situation. The server decides which fields there are, so a console can show them for any platform. */
export interface SituationField {
  /** For example `who`, `setting:title` or `order.note`. */
  readonly id: string;
  /** The heading above it. */
  readonly section: string;
  readonly label: string;
  readonly input: FieldInput;
  /** The value as a string, and JSON for `json`. `null`: unset. */
  readonly value: string | null;
  /** The values of `choice` and `people`, and proposals for `text`. */
  readonly options: readonly FieldOption[];
  /** An example of a value, or a sentence about the field. */
  readonly hint: string;
  /** Whether it is one of the many fields that a console shows on demand. */
  readonly isRare: boolean;
  /** Whether it differs from the start. */
  readonly isChanged: boolean;
}

/** The control for a field. A `switch` has the values `true` and `false`; an empty `text` is unset. */
export type FieldInput = 'people' | 'choice' | 'text' | 'date' | 'lines' | 'json' | 'switch';

export interface FieldOption {
  readonly value: string | null;
  readonly label: string;
  readonly note?: string;
  /** An option that cannot be chosen here, such as a target that no folder declares. */
  readonly isOff?: boolean;
}

/** A field that differs from the start. */
export type ChangedField = Pick<SituationField, 'id' | 'label' | 'value'>;

/** The value of the verb `reset`: one field, or everything without it. */
export interface ResetRequest {
  readonly field?: string;
}

/** All that the strip and the bars show. */
export interface ConsoleState {
  readonly clock: ClockState;
  /** The milliseconds by which the clock of each party is ahead of it. */
  readonly skews: PartySkews;
  /** The signed-in customer's name, and the name of the documented person, or `null`. */
  readonly customer: {readonly name: string | null; readonly label: string};
  readonly language: string;
  /** English, the languages of the extensions, and the present one. Empty for a page that the console does not translate. */
  readonly languages: readonly string[];
  readonly country: string;
  readonly currency: string;
  readonly timezone: string;
  /** The address of the page in the platform's terms. */
  readonly address: string;
  readonly extensions: readonly ConsoleExtension[];
  readonly armed: readonly {readonly id: string; readonly times: number | null}[];
  /** Whether an answer that a browser would hide stays hidden from the page. `null` for a page without this switch. */
  readonly holdsToCors: boolean | null;
  /** Everything that differs from the start, one sentence each. */
  readonly deviations: readonly Deviation[];
  /** The fields that differ from the start, so that they can be changed in the same way after a restart. */
  readonly changes: readonly ChangedField[];
  /** The backends that do not follow the simulated clock. */
  readonly onRealTime: readonly string[];
  /** The look of the extensions on the page. */
  readonly look: PageLook | null;
  /** The number of consoles in their own windows. */
  readonly windows: number;
  readonly layout: ConsoleLayout;
}

/** The subject of a difference: any kind of change but starts and builds. */
export type DeviationTopic = Exclude<ChangeTopic, 'start' | 'build'>;

/** A difference to the start. */
export interface Deviation {
  readonly topic: DeviationTopic;
  readonly text: string;
}

/** An extension on the page. */
export interface ConsoleExtension {
  readonly handle: string;
  readonly name: string;
  readonly target: string;
  /** All targets that it declares. */
  readonly targets: readonly string[];
  /** The message of the last build, if it failed. */
  readonly failure: string | null;
  /** Milliseconds of the last build that succeeded; `null` if simhost does not build it. */
  readonly buildTime: number | null;
  /** Whether its TOML has `network_access`. True for pages without extensions. */
  readonly hasNetworkAccess: boolean;
  /** Whether simhost builds it right now. */
  readonly isBuilding: boolean;
}

export const DOCKS = ['right', 'bottom', 'folded'] as const;

/** The place of the console in its tab. */
export type Dock = (typeof DOCKS)[number];

export const THEMES = ['system', 'light', 'dark'] as const;

/** The colours of the console. `system` follows the machine. */
export type Theme = (typeof THEMES)[number];

/** The layout that is kept for a folder. */
export interface ConsoleLayout {
  readonly dock: Dock;
  /** Pixels of the console at the right, or `null` for the usual ones. */
  readonly width: number | null;
  /** Pixels of the console at the bottom. */
  readonly height: number | null;
  readonly theme: Theme;
  /** The entries of Do anything that were used last, the newest first, such as `person:ada`. */
  readonly recent: readonly string[];
}

/** The entries of Do anything that are kept. */
export const MOST_RECENT = 8;

export const USUAL_LAYOUT: ConsoleLayout = {
  dock: 'right',
  width: null,
  height: null,
  theme: 'system',
  recent: [],
};

/** The answers to `get`, by what is asked for. */
export interface ConsoleAnswers {
  readonly request: RequestDetail;
}
