import type {BarAction} from '../../../wire/app-bridge.ts';

/** The functions that press an element, so that an unchanged bar has the same ones. */
const presses = new WeakMap<Element, () => void>();

/** Describes a button or link of the app for the admin, which shows it in its own bars. */
export function actionOf(element: HTMLElement): BarAction {
  const press = presses.get(element) ?? ((): void => element.click());
  presses.set(element, press);
  return {
    label: labelOf(element),
    tone: textOf(element, 'tone') === 'critical' ? 'critical' : 'default',
    disabled: isSet(element, 'disabled'),
    loading: isSet(element, 'loading'),
    press,
  };
}

/** Returns the accessible name of an element: the one that the app gives it, or its text. */
export function labelOf(element: Element): string {
  const given = textOf(element, 'accessibilityLabel') ?? element.getAttribute('aria-label');
  return given ?? element.textContent.replaceAll(/\s+/g, ' ').trim();
}

/** Returns a string that is set as an attribute, or as a property of a custom element, as React does from 19 on. */
export function textOf(element: Element, name: string): string | null {
  // A property also has the value of its attribute, and is the newer one if both are set.
  if (!(name in element)) return element.getAttribute(name);

  const property: unknown = Reflect.get(element, name);
  return typeof property === 'string' && property !== '' ? property : null;
}

/** Whether a flag is set, as an attribute or as a property of a custom element. */
function isSet(element: Element, name: string): boolean {
  if (name in element) return Boolean(Reflect.get(element, name));
  const attribute = element.getAttribute(name);
  return attribute !== null && attribute !== 'false';
}
