import {Box} from './boxes.ts';
import {styleSheets} from './base/style.ts';

export class Stack extends Box {
  constructor() {
    super(STYLE);
  }
}

const STYLE = styleSheets(`
:host { display: block; min-inline-size: 0; }
.box { display: flex; flex-direction: column; border: 0 solid var(--sim-border); }
.box > slot::slotted(*) { min-inline-size: 0; }
`);
