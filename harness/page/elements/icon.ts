import {iconDrawing, iconPath} from './base/icon-drawing.ts';
import {setOrRemove} from './base/dom.ts';
import {followInterest} from './base/interest.ts';
import {PageElement} from './base/page-element.ts';
import {styleSheets} from './base/style.ts';
import {TONES} from './base/tones.ts';

const SIZES = {'small-200': 10, 'small-100': 12, small: 16, base: 20, large: 26, 'large-100': 32} as const;

const STYLE = styleSheets(':host { display: inline-flex; vertical-align: -0.2em; line-height: 0; }');

/** An icon. It is decorative, and has no accessible name. */
export class Icon extends PageElement {
  constructor() {
    super(STYLE);
    followInterest(this, () => this.textOf('interestFor'));
  }

  protected override render(): void {
    const type = this.textOf('type');
    const size =
      SIZES[this.choice('size', ['base', 'small-200', 'small-100', 'small', 'large', 'large-100'])];
    setOrRemove(this, 'aria-hidden', 'true');
    const known = type !== '' && type !== 'empty';
    this.root.replaceChildren(
      ...(known ? [iconDrawing(iconPath(type), {size, filled: type.startsWith('star-')})] : []),
    );

    const node = this.root.firstElementChild;
    if (node !== null) setOrRemove(node, 'data-tone', this.choice('tone', TONES));
  }
}
