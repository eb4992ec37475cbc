import http from 'node:http';
import https from 'node:https';
import {connect} from 'node:tls';
import type {TLSSocket} from 'node:tls';
import type {WebhookMessage} from '../../core/platforms/shopify/webhooks/webhook-message.ts';

/**
 * Sends a webhook to the app through a gateway, so that the log has it and the backend follows the test's clock.
 *
 * @param gateway the address of the gateway
 * @returns the status of the answer; `null` if none came
 */
export async function sendWebhook(gateway: string, message: WebhookMessage): Promise<number | null> {
  try {
    const url = new URL(message.url);
    const isSecure = url.protocol === 'https:';
    return isSecure
      ? await post(message, await tunnel(gateway, url), url)
      : await post({...message, url: gateway}, null, url);
  } catch {
    // The platform sees no answer either. The log of the gateway names the reason.
    return null;
  }
}

/** Opens a connection to an origin through the gateway. */
function tunnel(gateway: string, {hostname, port}: URL): Promise<TLSSocket> {
  return new Promise((resolve, reject) => {
    const request = http.request(gateway, {method: 'CONNECT', path: `${hostname}:${port || 443}`});

    request.once('connect', (_response, socket) => {
      // The gateway's certificate is its own.
      const secured = connect({socket, servername: hostname, rejectUnauthorized: false});
      secured.once('secureConnect', () => resolve(secured)).once('error', reject);
    });

    request.once('error', reject).end();
  });
}

function post({url, headers, body}: WebhookMessage, socket: TLSSocket | null, target: URL): Promise<number> {
  return new Promise((resolve, reject) => {
    const bytes = Buffer.from(body);
    const options = {
      method: 'POST',
      headers: {Host: target.host, ...headers, 'Content-Length': bytes.length, Connection: 'close'},
    };

    const request =
      socket === null
        ? http.request(url, {...options, path: target.href})
        : https.request(target, {...options, createConnection: () => socket});

    request.once('response', (response) => {
      response.resume().once('error', reject);
      response.once('end', () => {
        socket?.destroy();
        resolve(response.statusCode ?? 0);
      });
    });

    request.once('error', reject).end(bytes);
  });
}
