import {make} from './base/dom.ts';
import {PageElement} from './base/page-element.ts';
import {styleSheets} from './base/style.ts';

const STYLE = styleSheets(':host { display: block; container-type: inline-size; }');

export class QueryContainer extends PageElement {
  constructor() {
    super(STYLE);
    this.root.append(make('slot'));
  }

  protected override render(): void {
    const name = this.textOf('containerName');
    this.style.containerName = /^[a-z_-][\w-]*$/i.test(name) ? `s-default ${name}` : 's-default';
  }
}
