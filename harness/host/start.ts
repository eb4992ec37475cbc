/**
 * The first script of the page's document, a small classic one: the sandbox starts while the browser still reads the
 * rest of the page.
 */
import {SANDBOX_ORIGINS} from '../wire/control.ts';
import {EXPECTED_ORIGIN_ATTRIBUTE} from '../wire/sandbox-start.ts';
import {SandboxWorkers} from './sandbox-worker.ts';
import type {StartedPage} from './started-page.ts';

const expected = document.documentElement.getAttribute(EXPECTED_ORIGIN_ATTRIBUTE);
const started: StartedPage = {workers: new SandboxWorkers(SANDBOX_ORIGINS.find((origin) => origin === expected) ?? 'opaque')};
Object.assign(globalThis, {simhost: started});
