import {Box} from './box.ts';
import {styleSheets} from './base/style.ts';

const STYLE = styleSheets(`
:host { display: block; min-inline-size: 0; }
.box { display: flex; flex-direction: column; border: 0 solid var(--sim-border); }
.box > slot::slotted(*) { min-inline-size: 0; }
`);

export class Stack extends Box {
  constructor() {
    super(STYLE);
  }
}
