/** The event by which an app follows a link of the admin itself. */
const NAVIGATE = 'shopify:navigate';

/**
 * Follows a link of the app's navigation. The app hears `shopify:navigate` at the link. If no listener reads the address
 * of the link, and none cancels the event, the document goes there.
 */
export function followLink(link: HTMLElement): void {
  const href = link.getAttribute('href') ?? '/';
  let isRead = false;
  const read = link.getAttribute.bind(link);
  link.getAttribute = (name) => {
    isRead ||= name === 'href';
    return read(name);
  };

  const event = new CustomEvent(NAVIGATE, {bubbles: true, composed: true, cancelable: true});
  const isGoing = link.dispatchEvent(event);
  Reflect.deleteProperty(link, 'getAttribute');
  if (isGoing && !isRead) location.assign(new URL(href, location.href).href);
}
