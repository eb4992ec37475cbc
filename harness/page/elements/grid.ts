import {styleSheets} from './base/style.ts';
import {Box, BOX_CSS} from './box.ts';

const STYLE = styleSheets(`${BOX_CSS} .box { display: grid; }`);

export class Grid extends Box {
  constructor() {
    super(STYLE);
  }
}
