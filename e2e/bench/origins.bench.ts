import {loadExtension} from '../../harness/node/extension/load.ts';
import {SANDBOX_ORIGINS} from '../../harness/wire/control.ts';
import {createSimulation} from 'simhost';
import {test} from '../with-server.ts';
import {roundsOf} from './figures.ts';
import {inTurns, report, timed, untilReady} from './measure.ts';
import {coreOf} from '../core-of.ts';

const ROUNDS = roundsOf(21);

test('mount to first render, by the origin of the sandbox', async ({
  simhostServer,
  browser,
  contextOptions,
  userAgent,
}) => {
  const extension = await loadExtension(`${import.meta.dirname}/extension`);
  const opened = await Promise.all(
    SANDBOX_ORIGINS.map(async (origin) => {
      const simulation = createSimulation({origin});
      return {origin, simulation, gateway: await simhostServer.open(coreOf(simulation))};
    }),
  );

  const mounts = await inTurns(
    ROUNDS,
    Object.fromEntries(
      opened.map(({origin, simulation, gateway}) => [
        origin,
        async () => {
          const mounted = await coreOf(simulation).extensions.mount(extension);
          const context = await browser.newContext({
            ...contextOptions,
            proxy: {server: gateway.proxy},
            ignoreHTTPSErrors: true,
            ...(userAgent === undefined ? {} : {userAgent}),
          });

          const page = await context.newPage();
          const time = await timed(async () => {
            await page.goto(coreOf(simulation).addresses.ofTargetWithId(extension.target), {
              waitUntil: 'commit',
            });
            await untilReady(page);
          });

          await context.close();
          mounted.remove();
          return time;
        },
      ]),
    ),
  );

  console.log(report('Mount to first render, by origin', mounts));
  await Promise.all(opened.map(({gateway}) => gateway.close()));
});
