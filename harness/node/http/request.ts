import http from 'node:http';
import https from 'node:https';

/**
 * Opens a request to the server at a base URL. The server is one under test, so every certificate is accepted. An IPv6
 * address loses the brackets that URLs write around it.
 */
export function openRequest(base: string, options: https.RequestOptions): http.ClientRequest {
  const {hostname, port, protocol} = new URL(base);
  const host = hostname.replace(/^\[|\]$/g, '');

  if (protocol === 'https:')
    return https.request({...options, host, port: port || 443, rejectUnauthorized: false});
  return http.request({...options, host, port: port || 80});
}
