import {ComponentTree, type Message} from './component-tree.ts';
import {childRecords} from './view-records.ts';
import type {ViewNode} from './element-view.ts';
import {ComponentRenderer} from './component-renderer.ts';

/** Takes the messages of the extension's root, and sends the page what changes of its elements. */
export class ExtensionTree {
  readonly #model = new ComponentTree();
  readonly #send: (records: readonly unknown[]) => void;
  readonly #drawing: ComponentRenderer;
  #shown: readonly ViewNode[] = [];
  #isDue = false;

  constructor(send: (records: readonly unknown[]) => void, reportError: (error: unknown) => void) {
    this.#send = send;
    this.#drawing = new ComponentRenderer({redraw: () => this.#due(), reportError});
  }

  get isEmpty(): boolean {
    return this.#model.root.children.length === 0;
  }

  receive(message: Message): void {
    this.#model.apply(message);
    this.#due();
  }

  flush(): void {
    this.#isDue = false;
    const next = this.#drawing.draw(this.#model.root.children);
    const records = childRecords(ROOT_ID, this.#shown, next);
    this.#shown = next;
    if (records.length > 0) this.#send(records);
  }

  /** Once for all that changes in one task. */
  #due(): void {
    if (this.#isDue) return;
    this.#isDue = true;
    queueMicrotask(() => {
      if (this.#isDue) this.flush();
    });
  }
}

const ROOT_ID = '~';
