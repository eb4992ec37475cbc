import {test} from '@playwright/test';
import * as fc from 'fast-check';
import {expectRefusals, hostileString, hostileValue} from './bad-input.fixture.ts';
import {createSimulationCore} from '../core/simulation/simulation-core.ts';
import {answerTo} from '../dev/console/console-answers.ts';
import {runVerb} from '../dev/console/console-verbs.ts';
import {readDeed} from './deed.ts';
import {connect, type Port} from './rpc.ts';
import {fromWireError, toWireError} from './wire-error.ts';
import type {FromPage} from './control.ts';

const DEED = {
  mount: 'm1',
  control: {role: 'button', name: 'Pay', exact: true, nth: null},
  action: 'click',
  value: null,
};

test('a deed of any other form is left out', async () => {
  await expectRefusals({
    area: 'reported deeds',
    inputs: fc.oneof(
      hostileValue,
      fc.record({
        mount: hostileValue,
        control: fc.oneof(
          hostileValue,
          fc.record({role: hostileValue, name: hostileValue, exact: hostileValue, nth: hostileValue}),
        ),
        action: hostileValue,
        value: hostileValue,
      }),
      fc.record({...deedParts(), nth: hostileValue}),
    ),
    runs: 200,
    least: 100,
    mayPass: true,
    attempt: (value) => (readDeed(value) === null ? 'refused' : 'read'),
  });
});

function deedParts(): Record<string, fc.Arbitrary<unknown>> {
  return Object.fromEntries(
    Object.entries(DEED).map(([name, value]) => [name, fc.oneof(fc.constant(value), hostileValue)]),
  );
}

/** A port whose other side is the test. */
class TestPort implements Port {
  readonly sent: unknown[] = [];
  #listener: (event: object) => void = () => {};

  postMessage(message: unknown): void {
    this.sent.push(message);
  }

  addEventListener(type: string, listener: (event: object) => void): void {
    if (type === 'message') this.#listener = listener;
  }

  receive(data: unknown): void {
    this.#listener({data});
  }

  start(): void {}
  close(): void {}
}

test('a message between sandbox and page of any other form is dropped or answered with an error', async () => {
  const message = fc.oneof(
    hostileValue,
    fc.tuple(
      fc.constantFrom('call', 'done', 'failed', 'x', '__proto__'),
      fc.oneof(fc.nat(3), hostileValue),
      hostileValue,
      hostileValue,
    ),
    fc.tuple(
      fc.constant('call'),
      fc.nat(3),
      fc.constantFrom('greet', 'constructor', '__proto__', 'toString', 0, 7),
      fc.oneof(fc.array(hostileValue, {maxLength: 2}), hostileValue),
    ),
    fc.tuple(fc.constant('failed'), fc.constant(1), hostileValue),
  );

  await expectRefusals({
    area: 'messages between sandbox and page',
    inputs: fc.array(message, {minLength: 1, maxLength: 3}),
    runs: 250,
    least: 60,
    mayPass: true,
    attempt: async (messages) => {
      const port = new TestPort();
      const {theirs, close} = connect<{hello(): string}>(port, {greet: () => 'hi'});
      const asked = theirs.hello().then(
        () => null,
        (error: unknown) => error,
      );

      for (const each of messages) port.receive(each);
      close();
      const rejected = await asked;
      if (rejected !== null && !(rejected instanceof Error))
        throw new Error('It was rejected without an error.');

      // Calls are answered after the messages. The call of the test is always rejected, so it does not count.
      await new Promise((resolve) => setImmediate(resolve));
      const isRefused = port.sent.some((sent) => Array.isArray(sent) && sent[0] === 'failed');
      return isRefused ? 'refused' : 'dropped';
    },
  });
});

test('any thrown value crosses to another realm', async () => {
  await expectRefusals({
    area: 'thrown values (all cross)',
    inputs: fc.oneof(
      hostileValue,
      fc.record({name: hostileValue, message: hostileValue, stack: hostileValue, code: hostileValue}),
    ),
    runs: 200,
    least: 0,
    mayPass: true,
    attempt: (thrown) => {
      const {name, message, stack} = fromWireError(toWireError(thrown));
      if ([name, message, stack].some((each) => typeof each !== 'string')) throw new Error('Not an error.');
    },
  });
});

const FRAMES = [
  'hello',
  'applied',
  'crashed',
  'description',
  'stored',
  'activity',
  'ask',
  'sign-in',
  'deed',
  'mounted',
  'returned',
  'failed',
  'log',
  'requested',
  'notice',
  'call',
  'error',
  'x',
];

test('a frame of the control channel never fails without a name', async () => {
  const simulation = createSimulationCore({scope: 'one'});
  const frame = fc.record(
    {
      type: fc.constantFrom(...FRAMES),
      id: hostileValue,
      mount: fc.oneof(fc.constant(null), hostileValue),
      member: fc.oneof(
        fc.constantFrom('goTo', 'enterAddress', 'addGiftCard', 'enterContact', 'constructor', '__proto__'),
        hostileValue,
      ),
      arg: hostileValue,
      revision: hostileValue,
      error: hostileValue,
      mounts: hostileValue,
      content: hostileValue,
      deed: hostileValue,
      count: hostileValue,
    },
    {requiredKeys: ['type']},
  );

  await expectRefusals({
    area: 'frames of the control channel',
    inputs: fc.array(frame.map(asJson), {minLength: 1, maxLength: 3}),
    runs: 250,
    least: 15,
    mayPass: true,
    attempt: (frames) => {
      const answers: string[] = [];
      const page = simulation.pages.connect((sent) => answers.push(JSON.stringify(sent)));
      try {
        page.receive({type: 'hello', proof: ''} as unknown as FromPage);
        for (const each of frames) page.receive(each as FromPage);
      } finally {
        page.close();
      }

      // An error without a name ends the channel, and the author reads a sentence of the engine.
      return answers.some((answer) => answer.includes('"refusal"')) ? 'refused' : 'taken';
    },
  });
});

/** Returns a value as it arrives after JSON. */
function asJson(value: unknown): unknown {
  try {
    return JSON.parse(
      JSON.stringify(value, (_, member: unknown) => (typeof member === 'bigint' ? null : member)) ?? 'null',
    );
  } catch {
    return {type: 'x'};
  }
}

test('a verb or question of the console that is not known is refused by name', async () => {
  await expectRefusals({
    area: 'verbs and questions of the console',
    // fast-check makes up "call", which is a question that the console asks.
    inputs: fc.tuple(
      fc.constantFrom('do', 'get'),
      fc.oneof(hostileValue, hostileString).filter((name) => name !== 'call'),
    ),
    runs: 200,
    least: 100,
    attempt: ([how, name]) => {
      return how === 'do' ? runVerb({} as never, name, {}) : answerTo({} as never, name, {});
    },
  });
});
