/**
 * The first script of the page's document, a small classic one: the sandbox starts while the browser still reads the
 * rest of the page.
 */
import {SANDBOX_ORIGINS} from '../wire/control.ts';
import {EXPECTED_ORIGIN_ATTRIBUTE, EXPECTED_WIRE_ATTRIBUTE} from '../wire/sandbox-start.ts';
import {SandboxWorkers} from './sandbox-worker.ts';
import type {StartedPage} from './started-page.ts';

const {documentElement: root} = document;
const origin = root.getAttribute(EXPECTED_ORIGIN_ATTRIBUTE);
const started: StartedPage = {
  workers: new SandboxWorkers({
    origin: SANDBOX_ORIGINS.find((each) => each === origin) ?? 'opaque',
    wire: root.getAttribute(EXPECTED_WIRE_ATTRIBUTE) === 'remote-ui' ? 'remote-ui' : 'remote-dom',
  }),
};
Object.assign(globalThis, {simhost: started});
