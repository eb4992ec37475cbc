import {boxCss} from './base/box-css.ts';
import {make, PageElement, setOrRemove} from './base/page-element.ts';
import {styleSheets} from './base/style.ts';

/** Where the shop's chat would be: it is ready at once, and answers nothing. */
export class Chat extends PageElement {
  readonly #sheet = new CSSStyleSheet();
  #told = false;
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
    if (this.#told) return;
    this.#told = true;
    this.emit('ready');
  }
}

const STYLE = styleSheets(`
:host { display: block; color: var(--sim-quiet); }
.chat {
  display: grid; place-content: center; min-block-size: 80px; max-inline-size: 100%; padding: 12px; text-align: center;
  font-size: var(--sim-size-small); border: 1px dashed var(--sim-control); border-radius: var(--sim-radius); background: var(--sim-surface);
}
`);
