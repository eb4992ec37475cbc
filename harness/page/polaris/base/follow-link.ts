/** A link to follow. */
export interface Link {
  readonly href: string;
  /** The empty string, `auto`, or the name of a window. */
  readonly target: string;
  /** The name of the file to save, if the link is a download. */
  readonly download: string | undefined;
}

/**
 * Follows a link of the app. A link inside the app first dispatches `shopify:navigate`: the browser
 * navigates only if no listener has read the `href` of the event's target.
 */
export function followLink(element: HTMLElement, event: Event, {href, target, download}: Link): void {
  const url = URL.parse(href, document.baseURI);
  if (url === null || url.protocol === 'javascript:') return;
  if (download !== undefined) return save(url, download);

  const isInside = url.origin === location.origin;
  const staysHere = target === '' || target === 'auto' || target === '_self';
  if (!isInside || !staysHere) {
    const otherwise = url.protocol.startsWith('http') ? '_blank' : '_top';
    window.open(href, target === '' || target === 'auto' ? otherwise : target);
  } else if (opensElsewhere(event)) window.open(href, '_blank');
  else if (!isTaken(element)) location.assign(href);
}

function opensElsewhere(event: Event): boolean {
  return event instanceof MouseEvent && (event.metaKey || event.ctrlKey || event.shiftKey);
}

/** Whether a listener of `shopify:navigate` follows the link itself. */
function isTaken(element: HTMLElement): boolean {
  let isRead = false;
  element.getAttribute = (name) => {
    if (name.toLowerCase() === 'href') isRead = true;
    return Element.prototype.getAttribute.call(element, name);
  };

  const event = new CustomEvent('shopify:navigate', {bubbles: true, composed: true, cancelable: true});
  element.dispatchEvent(event);
  Reflect.deleteProperty(element, 'getAttribute');
  return isRead || event.defaultPrevented;
}

function save(url: URL, name: string): void {
  const link = document.createElement('a');
  link.href = url.href;
  link.download = name;
  link.click();
}
