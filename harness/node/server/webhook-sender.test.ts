import {expect, test} from '@playwright/test';
import {GatewayProxy} from './proxy.ts';
import {sendWebhook} from './webhook-sender.ts';

test('a webhook reaches an https origin and an http origin through the gateway', async () => {
  const arrived: string[] = [];
  const proxy = new GatewayProxy({
    request: async (message, out, {url}) => {
      const chunks: Buffer[] = [];
      for await (const chunk of message) chunks.push(chunk as Buffer);
      arrived.push(
        `${url.href} ${String(message.headers['x-shopify-topic'])} ${Buffer.concat(chunks).toString()}`,
      );
      out.writeHead(202).end('kept');
    },
    upgrade: async () => {},
  });
  const gateway = await proxy.listen();

  const message = {headers: {'X-Shopify-Topic': 'products/update'}, body: '{"title":"Hat – ß"}'};
  expect(await sendWebhook(gateway, {...message, url: 'https://myapp.example.com/hooks?a=1'})).toBe(202);
  expect(await sendWebhook(gateway, {...message, url: 'http://myapp.example.com/hooks'})).toBe(202);
  expect(arrived).toEqual([
    'https://myapp.example.com/hooks?a=1 products/update {"title":"Hat – ß"}',
    'http://myapp.example.com/hooks products/update {"title":"Hat – ß"}',
  ]);
  await proxy.close();
});
