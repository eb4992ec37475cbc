/**
 * The script that `simhost dev` adds to the host page. It reports what a person does, so that it can be copied as a
 * test. Pages of tests do not have it.
 *
 * @module
 */
import {contentOf} from './content.ts';
import {Deeds} from './deeds.ts';
import {showLook} from './look.ts';
import type {Watcher} from './watcher.ts';

Object.assign(globalThis, {simhostWatcher: {contentOf, look: showLook} satisfies Watcher});
new Deeds().start();
