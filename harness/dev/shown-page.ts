import type {Profile} from '../core/cases/case.ts';
import type {CustomerOption} from '../core/world/people.ts';
import type {FieldRow} from './console/field-row.ts';
import type {CurlContext} from './copy/copied-curl.ts';
import type {ConsoleState, ConsoleWelcome, ShownNoun} from '../wire/console.ts';

/** The page of `simhost dev`, as far as it depends on the kind of code that it shows. */
export interface ShownPage {
  /** The name of the kind in texts. */
  readonly noun: ShownNoun;
  /** The URL of the page in the frame of a console; `null` for the host page. */
  readonly url: string | null;
  /** The people who can be signed in. */
  readonly people: ConsoleWelcome['people'];
  /** Whether answers that a browser would hide can be shown to the page. */
  readonly hasCorsSwitch: boolean;
  /** The profile of the backends that the page asks. */
  readonly profile: Profile;
  /** The kind of the tokens that the page sends. */
  readonly tokenKind: CurlContext['kind'];
  /** Reads what the bars and the strip show about the code. */
  facts(): PageFacts;
  /** Lists the fields of the situation that only this kind of page has. Default: none. */
  fields?(): readonly FieldRow[];
  /** Signs a person in, as the platform does; `null` is a guest. */
  signIn(customer: CustomerOption): unknown;
  /** Signs in a person of {@link people} by name, if these are no customers. */
  readonly signInByName?: ((name: string) => Promise<void>) | undefined;
  /** Starts the code again. */
  restart(): Promise<void>;
}

/** The part of a console's state that the kind of code determines. */
export type PageFacts = Pick<ConsoleState, 'address' | 'extensions'> & {
  /** The person who is signed in. Default: the customer. */
  readonly customer?: ConsoleState['customer'];
  /** The languages of the code; `null` if the console does not change the language. */
  readonly languages: readonly string[] | null;
};
