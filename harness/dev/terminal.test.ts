import {expect, test} from '@playwright/test';
import {createSimulationCore} from '../core/simulation/simulation-core.ts';
import {startServer} from '../node/server/server.ts';
import {redact} from '../redact.ts';
import {printEvents} from './terminal.ts';

test('the terminal never shows the key of the forward route, which code on a page can log', async () => {
  const simulation = createSimulationCore();
  const server = await startServer();
  const {forward} = await server.openLocal(simulation);
  await server.close();

  const {pathname, host} = new URL(forward.base);
  const lines: string[] = [];
  printEvents(simulation, (line) => lines.push(redact(line, simulation.secrets)));
  const texts = [forward.base, JSON.stringify({path: pathname}), encodeURIComponent(forward.base)];
  for (const text of texts)
    simulation.events.logs.notify({handle: 'loyalty', level: 'log', text, source: null});

  expect(lines).toHaveLength(texts.length);
  expect(lines[0]).toContain(`http://${host}/<secret>/`);
  expect(lines.join('\n')).not.toContain(pathname.slice(1, -1));
});
