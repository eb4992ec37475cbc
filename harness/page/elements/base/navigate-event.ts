import {SimhostError} from '../../../errors.ts';

/**
 * The detail of the event `navigate`. It bubbles out of an element whose link is followed, and the host page
 * handles it.
 */
export interface NavigateDetail {
  readonly href: string;
  /** For example `auto` or `_blank`. */
  readonly target: string;
}

/** Sends `navigate` from an element. */
export function navigate(element: Element, detail: NavigateDetail): void {
  element.dispatchEvent(new CustomEvent<NavigateDetail>('navigate', {bubbles: true, composed: true, detail}));
}

/** Fails for a URL that would run as script in the host page. */
export function refuseScriptUrl(element: Element, href: unknown): void {
  if (typeof href !== 'string' || !URL.canParse(href, document.baseURI)) return;
  if (new URL(href, document.baseURI).protocol !== 'javascript:') return;
  throw new SimhostError('ERR_SCRIPT_URL', `<${element.localName}> has a javascript: URL as its href.`, {
    next: 'Handle the click event in the extension instead.',
  });
}
