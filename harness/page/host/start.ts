/**
 * The first script of the page's document. It is small and classic: the browser starts a worker step by step
 * in the page's own thread, so the rest of the page waits until the sandbox is alive.
 *
 * @module
 */
import {SANDBOX_ORIGINS} from '../../wire/control.ts';
import {
  EXPECTED_ORIGIN_ATTRIBUTE,
  EXPECTED_WIRE_ATTRIBUTE,
  HOST_SOURCE_ID,
} from '../../wire/sandbox-start.ts';
import {SandboxWorkers} from './sandbox-worker.ts';
import {runInlineScript} from './inline-script.ts';
import type {StartedPage} from './started-page.ts';

/** Milliseconds that the page waits for a sandbox: one that cannot start must not leave it empty. */
const PATIENCE = 300;

const {documentElement: root} = document;
const origin = root.getAttribute(EXPECTED_ORIGIN_ATTRIBUTE);
const started: StartedPage = {
  workers: new SandboxWorkers({
    origin: SANDBOX_ORIGINS.find((each) => each === origin) ?? 'opaque',
    wire: root.getAttribute(EXPECTED_WIRE_ATTRIBUTE) === 'remote-ui' ? 'remote-ui' : 'remote-dom',
  }),
};
Object.assign(globalThis, {simhost: started});

const parsed = new Promise((resolve) => document.addEventListener('DOMContentLoaded', resolve, {once: true}));
const late = new Promise((resolve) => setTimeout(resolve, PATIENCE));
void Promise.all([parsed, Promise.race([started.workers.alive, late])]).then(() =>
  runInlineScript(HOST_SOURCE_ID, 'module'),
);
