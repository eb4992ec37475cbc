import {ComponentTree, type Message} from './component-tree.ts';
import {childRecords} from './view-records.ts';
import type {ViewNode} from './element-view.ts';
import {ComponentRenderer} from './component-renderer.ts';
import type {RendererExtension} from './component-spec.ts';

const ROOT_ID = '~';

/**
 * The extension's tree: applies the messages of its root, and sends the resulting changes of elements to the
 * page.
 */
export class ExtensionTree {
  readonly #model = new ComponentTree();
  readonly #send: (records: readonly unknown[]) => void;
  readonly #renderer: ComponentRenderer;
  #shown: readonly ViewNode[] = [];
  #isDue = false;

  constructor(send: (records: readonly unknown[]) => void, extension: RendererExtension) {
    this.#send = send;
    this.#renderer = new ComponentRenderer(() => this.#scheduleFlush(), extension);
  }

  get isEmpty(): boolean {
    return this.#model.root.children.length === 0;
  }

  receive(message: Message): void {
    this.#model.apply(message);
    this.#scheduleFlush();
  }

  flush(): void {
    this.#isDue = false;
    const next = this.#renderer.render(this.#model.root.children);
    const records = childRecords(ROOT_ID, this.#shown, next);
    this.#shown = next;
    if (records.length > 0) this.#send(records);
  }

  /** Schedules a flush: one for all changes of a task. */
  #scheduleFlush(): void {
    if (this.#isDue) return;
    this.#isDue = true;
    queueMicrotask(() => {
      if (this.#isDue) this.flush();
    });
  }
}
