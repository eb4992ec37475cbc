import type {Mount} from '../../../../wire/control.ts';
import {make} from '../../../elements/base/dom.ts';
import type {PageElement} from '../../../elements/base/page-element.ts';

/** The characters of a summary that a collapsed block shows. */
const LONGEST_SUMMARY = 30;

export const BLOCK_CARD_CSS: string = `
.sim-block { position: relative; }
.sim-block-head { display: flex; align-items: center; gap: 12px; }
.sim-block-head[hidden], .sim-block-head h2[hidden] { display: none; }
.sim-block-head:has(h2[hidden]) { position: absolute; inset-block-start: 14px; inset-inline-end: 16px; z-index: 1; }
.sim-block-head h2 { flex: 1; margin: 0; font-size: 1rem; line-height: 1.4; }
.sim-block-head button { padding: 2px 10px; font-size: var(--sim-size-small); }
`;

/**
 * The card of an extension on a page. A block with an `s-admin-block` may be collapsed: the card then shows its heading,
 * or else the extension's name, and its summary.
 */
export class BlockCard {
  readonly root: HTMLElement;
  readonly #container: HTMLElement;
  readonly #body: HTMLElement;
  readonly #head: HTMLElement;
  readonly #name: string;
  readonly #title = make('h2');
  readonly #summary = make('span', {class: 'sim-quiet'});
  readonly #toggle = make('button', {type: 'button', class: 'sim-plain'});

  constructor({name}: Mount, container: HTMLElement) {
    this.#name = name;
    this.#container = container;
    this.#body = make('div', {}, container);
    this.#head = make('div', {class: 'sim-block-head'}, this.#title, this.#summary, this.#toggle);
    this.root = make('section', {class: 'sim-card sim-block', 'aria-label': name}, this.#head, this.#body);

    this.#toggle.addEventListener('click', () => {
      this.#body.hidden = !this.#body.hidden;
      this.changed();
    });
    this.changed();
  }

  /** Reads heading and summary again. */
  changed(): void {
    const block = this.#container.querySelector<PageElement>('s-admin-block');
    this.#head.hidden = block === null;
    if (block === null) this.#body.hidden = false;

    const isCollapsed = this.#body.hidden;
    const heading = String(block?.reveal('heading') ?? '');
    this.#title.textContent = heading || this.#name;
    this.#title.hidden = !isCollapsed && heading !== '';
    this.#toggle.textContent = isCollapsed ? 'Expand' : 'Collapse';
    this.#toggle.setAttribute('aria-expanded', String(!isCollapsed));
    this.#summary.textContent = isCollapsed ? shortened(String(block?.reveal('collapsedSummary') ?? '')) : '';
  }
}

function shortened(summary: string): string {
  return summary.length > LONGEST_SUMMARY ? `${summary.slice(0, LONGEST_SUMMARY)}…` : summary;
}
