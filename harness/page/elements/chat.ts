import {boxCss} from './base/box-css.ts';
import {make, setOrRemove} from './base/dom.ts';
import {PageElement} from './base/page-element.ts';
import {styleSheets} from './base/style.ts';

const STYLE = styleSheets(`
:host { display: block; color: var(--sim-quiet); }
.chat {
  display: grid; place-content: center; min-block-size: 80px; max-inline-size: 100%; padding: 12px; text-align: center;
  font-size: var(--sim-size-small); border: 1px dashed var(--sim-control); border-radius: var(--sim-radius);
  background: var(--sim-surface);
}
`);

/** A placeholder for the shop's chat. It is ready at once, and never answers. */
export class Chat extends PageElement {
  readonly #sheet = new CSSStyleSheet();
  #isReady = false;
  /** The messages that the extension has posted to the chat. */
  readonly posted: unknown[] = [];

  constructor() {
    super(STYLE);
    this.root.adoptedStyleSheets.push(this.#sheet);
    this.root.append(make('div', {class: 'chat'}, 'The chat is not simulated.'));
  }

  'contentWindow.postMessage'(message: unknown): void {
    this.posted.push(message);
  }

  protected override render(): void {
    this.#sheet.replaceSync(boxCss('.chat', (property) => this.textOf(property)));
    setOrRemove(this, 'role', 'region');
    setOrRemove(this, 'aria-label', this.textOf('accessibilityLabel') || 'Chat');
    if (this.#isReady) return;
    this.#isReady = true;
    this.emit('ready');
  }
}
