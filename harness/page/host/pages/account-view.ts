import type {PagePart} from './page-parts.ts';

/** A page of the account. The places of extensions in it stay in the document when its content changes. */
export interface AccountView extends PagePart {
  readonly places: Readonly<Record<string, HTMLElement>>;
}
