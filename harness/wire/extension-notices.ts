import type {Notice} from '../notices.ts';

/** A notice that an extension gives cause for, as it runs. */
export type WireNotice = Notice & {readonly code: ExtensionNoticeCode};

export type ExtensionNoticeCode =
  | 'api-member-missing'
  | 'element-property-unknown'
  | 'cart-line-id-old'
  | 'condition-failed'
  | 'print-document-failed'
  | 'signal-untracked';

/** The only notices that a page may report. */
export const EXTENSION_NOTICES: readonly ExtensionNoticeCode[] = [
  'api-member-missing',
  'element-property-unknown',
  'cart-line-id-old',
  'condition-failed',
  'print-document-failed',
  'signal-untracked',
];
