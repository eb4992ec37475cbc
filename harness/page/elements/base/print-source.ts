/** The event of a print action with another document, or of one that leaves the page. */
export const PRINT_SOURCE_CHANGE = 'print-source-change';

/** An element that names the document to print. */
export interface PrintSource extends HTMLElement {
  /** The address of the document, or an empty string. */
  readonly source: string;
}
